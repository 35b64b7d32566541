// zlib as Debian ships it: zlib1g-dev.
#include <zlib.h>
