// Which of 64 bytes are equal to a given one, as 64 bits: what Swift's vectors have no word for.

#ifndef CBYTEMASKS_H
#define CBYTEMASKS_H

#include <stdint.h>
#include <string.h>

// The lowest bit stands for the first byte. The bytes need not be aligned.
static inline uint64_t cb_equal(const uint8_t *bytes, uint8_t wanted) {
#if defined(__SSE2__)
  typedef char vector __attribute__((vector_size(16)));
  const vector pattern = (vector){} + (char)wanted;
  uint64_t equal = 0;
  for (int part = 0; part < 4; part++) {
    vector some;
    memcpy(&some, bytes + 16 * part, sizeof some);
    equal |= (uint64_t)(uint16_t)__builtin_ia32_pmovmskb128((vector)(some == pattern))
        << (16 * part);
  }
  return equal;
#else
  // Eight bytes at a time: the highest bit of each that differs in nothing, gathered by a product.
  const uint64_t low = 0x7F7F7F7F7F7F7F7FULL;
  uint64_t equal = 0;
  for (int part = 0; part < 8; part++) {
    uint64_t some = 0;
    for (int place = 0; place < 8; place++) {
      some |= (uint64_t)(bytes[8 * part + place] ^ wanted) << (8 * place);
    }
    const uint64_t zero = ~(((some & low) + low) | some | low) >> 7;
    equal |= (zero * 0x0102040810204080ULL >> 56) << (8 * part);
  }
  return equal;
#endif
}

#endif
