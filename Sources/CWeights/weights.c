#include "weights.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Swift is compiled for any processor of its kind; C can have a second version for those with wider registers, of which
// the loader takes the right one.
#if defined(__x86_64__) && defined(__linux__)
#define EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define EACH_PROCESSOR
#endif

/// Which of `weights_window` bytes are equal to one, as bits.
static inline __attribute__((always_inline)) uint32_t equal_bytes(const uint8_t *window, uint8_t byte) {
#if defined(__SSE2__)
    __m128i bytes = _mm_loadu_si128((const __m128i *)window);
    return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)byte)));
#else
    uint32_t bits = 0;
    for (int place = 0; place < weights_window; place++) bits |= (uint32_t)(window[place] == byte) << place;
    return bits;
#endif
}

EACH_PROCESSOR
void weights_place(struct weights_table table, const uint64_t *keys, long count, struct weights_rows *rows) {
    uint32_t *places = rows->places;
    uint32_t *features = rows->features;
    long found = 0;
    // Which keys have a slot cannot be foreseen, so this counts with bits instead of branches.
    for (long feature = 0; feature < count; feature++) {
        uint8_t print = weights_print((uint32_t)(keys[feature] >> 52));
        uint64_t home = keys[feature] & table.mask;
        uint32_t before;
        while (1) {
            const uint8_t *window = table.prints + home;
            uint32_t empty = equal_bytes(window, 0);
            uint32_t equal = equal_bytes(window, print);
            // What stands behind an empty slot is not the key's.
            before = equal & (empty - 1);
            if (__builtin_expect((before | empty) != 0, 1)) break;
            home = (home + weights_window) & table.mask;
        }
        places[found] = (uint32_t)home + (uint32_t)__builtin_ctz(before | 1u << weights_window);
        features[found] = (uint32_t)feature;
        found += before != 0;
    }
    for (long place = 0; place < found; place++) weights_prefetch(table.slots + places[place]);
    rows->place_count = found;
}

/// The entry of a key from a slot on; 0 where there is none.
static uint32_t entry_behind(const struct weights_table *table, uint64_t place, uint32_t upper) {
    uint32_t entry;
    do {
        entry = table->slots[place & table->mask];
        place++;
    } while (entry != 0 && entry >> 20 != upper);
    return entry;
}

void weights_find(struct weights_table table, const uint64_t *keys, struct weights_rows *rows) {
    uint32_t *narrow = rows->narrow;
    uint32_t *wide = rows->wide;
    long narrow_count = 0;
    long wide_count = 0;
    for (long place = 0; place < rows->place_count; place++) {
        uint32_t entry = table.slots[rows->places[place]];
        uint32_t upper = (uint32_t)(keys[rows->features[place]] >> 52);
        if (__builtin_expect(entry >> 20 != upper, 0)) {
            entry = entry_behind(&table, rows->places[place] + 1, upper);
            if (entry == 0) continue;
        }
        uint32_t row = (entry & 0xFFFFF) - 1;
        long is_wide = row < table.wide_count;
        narrow[narrow_count] = row - table.wide_count;
        wide[wide_count] = row;
        narrow_count += 1 - is_wide;
        wide_count += is_wide;
    }
    for (long place = 0; place < narrow_count; place++)
        weights_prefetch(table.narrow + (uint64_t)narrow[place] * weights_width);
    for (long place = 0; place < wide_count; place++) {
        const int16_t *row = table.wide + (uint64_t)wide[place] * weights_width;
        weights_prefetch(row);
        weights_prefetch(row + weights_width / 2);
    }
    rows->narrow_count = narrow_count;
    rows->wide_count = wide_count;
}

typedef int8_t bytes __attribute__((vector_size(16)));
typedef int16_t shorts __attribute__((vector_size(32)));
// The scores need not begin at a multiple of 32 bytes.
typedef int16_t loose_shorts __attribute__((vector_size(32), aligned(2)));

EACH_PROCESSOR
void weights_sum(struct weights_table table, const struct weights_rows *rows, int16_t *scores) {
    shorts sums[4] = {0};
    long index = 0;
    for (; index + 4 <= rows->narrow_count; index += 4) {
        const uint32_t *places = rows->narrow + index;
        const bytes *a = (const bytes *)(table.narrow + (uint64_t)places[0] * weights_width);
        const bytes *b = (const bytes *)(table.narrow + (uint64_t)places[1] * weights_width);
        const bytes *c = (const bytes *)(table.narrow + (uint64_t)places[2] * weights_width);
        const bytes *d = (const bytes *)(table.narrow + (uint64_t)places[3] * weights_width);
        for (int part = 0; part < 4; part++)
            sums[part] += __builtin_convertvector((a[part] + b[part]) + (c[part] + d[part]), shorts);
    }
    for (; index < rows->narrow_count; index++) {
        const bytes *row = (const bytes *)(table.narrow + (uint64_t)rows->narrow[index] * weights_width);
        for (int part = 0; part < 4; part++) sums[part] += __builtin_convertvector(row[part], shorts);
    }
    for (index = 0; index < rows->wide_count; index++) {
        const shorts *row = (const shorts *)(table.wide + (uint64_t)rows->wide[index] * weights_width);
        for (int part = 0; part < 4; part++) sums[part] += row[part];
    }
    for (int part = 0; part < 4; part++) ((loose_shorts *)scores)[part] = sums[part];
}

EACH_PROCESSOR
long weights_best(const int16_t *scores, const int16_t *ceilings) {
    const loose_shorts *score = (const loose_shorts *)scores;
    const loose_shorts *ceiling = (const loose_shorts *)ceilings;
    shorts allowed[4];
    for (int part = 0; part < 4; part++)
        allowed[part] = __builtin_elementwise_min((shorts)score[part], (shorts)ceiling[part]);
    shorts most = __builtin_elementwise_max(
        __builtin_elementwise_max(allowed[0], allowed[1]), __builtin_elementwise_max(allowed[2], allowed[3]));
    int16_t highest = __builtin_reduce_max(most);
    shorts places = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    shorts first = places - places + weights_width;
    for (int part = 0; part < 4; part++) {
        shorts is_highest = allowed[part] == highest;
        first = __builtin_elementwise_min(first, (places & is_highest) | (weights_width & ~is_highest));
        places += 16;
    }
    return __builtin_reduce_min(first);
}
