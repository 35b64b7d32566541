// NLopt as Debian ships it: libnlopt-dev.
#include <nlopt.h>
