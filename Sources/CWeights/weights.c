#include "weights.h"

#include <stddef.h>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

// Swift is compiled for any processor of its kind; C can have a second version for those with wider registers, of which
// the loader takes the right one.
#if defined(__x86_64__) && defined(__linux__)
#define EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define EACH_PROCESSOR
#endif

/// The bits of a slot that tell the key.
static const uint32_t upper_bits = 0xFFF00000;

/// Which of `weights_window` slots have the upper bits of a key, and which are empty, as bits.
static inline __attribute__((always_inline)) uint32_t equal_slots(const uint32_t *window, uint32_t upper,
                                                                  uint32_t *empty) {
#if defined(__SSE2__)
    __m128i slots = _mm_loadu_si128((const __m128i *)window);
    __m128i other = _mm_and_si128(_mm_xor_si128(slots, _mm_set1_epi32((int)upper)), _mm_set1_epi32((int)upper_bits));
    *empty = (uint32_t)_mm_movemask_ps(_mm_castsi128_ps(_mm_cmpeq_epi32(slots, _mm_setzero_si128())));
    return (uint32_t)_mm_movemask_ps(_mm_castsi128_ps(_mm_cmpeq_epi32(other, _mm_setzero_si128())));
#else
    uint32_t equal = 0;
    *empty = 0;
    for (int place = 0; place < weights_window; place++) {
        *empty |= (uint32_t)(window[place] == 0) << place;
        equal |= (uint32_t)(((window[place] ^ upper) & upper_bits) == 0) << place;
    }
    return equal;
#endif
}

/// The number of the row of a key, from 1; 0 where it has none.
static inline __attribute__((always_inline)) uint32_t row_of(const struct weights_table *table, uint64_t key) {
    uint64_t home = key & table->mask;
    while (1) {
        const uint32_t *window = table->slots + home;
        uint32_t empty;
        uint32_t equal = equal_slots(window, (uint32_t)(key >> 32), &empty);
        // What stands behind an empty slot is not the key's.
        uint32_t before = equal & (empty - 1);
        if (__builtin_expect((before | empty) != 0, 1)) {
            // Which keys have a row cannot be foreseen, so this is no branch.
            uint32_t entry = window[(uint32_t)__builtin_ctz(before | 1u << weights_window) & (weights_window - 1)];
            return before == 0 ? 0 : entry & ~upper_bits;
        }
        home = (home + weights_window) & table->mask;
    }
}

#if defined(__x86_64__) && defined(__linux__)
/// As below, for eight keys at a time: most are where they belong, or what stands there tells that they have no row.
__attribute__((target("avx2"))) static void find_rows(const struct weights_table *table, const uint64_t *keys,
                                                       long count, uint32_t *rows) {
    __m256i mask = _mm256_set1_epi32((int)table->mask);
    __m256i numbers = _mm256_set1_epi32((int)~upper_bits);
    __m256i zero = _mm256_setzero_si256();
    long feature = 0;
    for (; feature + 8 <= count; feature += 8) {
        __m256 first = _mm256_loadu_ps((const float *)(keys + feature));
        __m256 second = _mm256_loadu_ps((const float *)(keys + feature + 4));
        __m256i lower = _mm256_castps_si256(_mm256_shuffle_ps(first, second, 0x88));
        __m256i upper = _mm256_castps_si256(_mm256_shuffle_ps(first, second, 0xDD));
        __m256i slots = _mm256_i32gather_epi32((const int *)table->slots, _mm256_and_si256(lower, mask), 4);
        __m256i equal = _mm256_cmpeq_epi32(_mm256_andnot_si256(numbers, _mm256_xor_si256(slots, upper)), zero);
        __m256i known = _mm256_or_si256(equal, _mm256_cmpeq_epi32(slots, zero));
        __m256i found = _mm256_and_si256(_mm256_and_si256(slots, numbers), equal);
        // The shuffles have left the keys in another order: 0 1 4 5 2 3 6 7.
        known = _mm256_permute4x64_epi64(known, 0xD8);
        _mm256_storeu_si256((__m256i *)(rows + feature), _mm256_permute4x64_epi64(found, 0xD8));
        uint32_t open = ~(uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(known)) & 0xFF;
        for (; open != 0; open &= open - 1) {
            long place = feature + __builtin_ctz(open);
            rows[place] = row_of(table, keys[place]);
        }
    }
    for (; feature < count; feature++) rows[feature] = row_of(table, keys[feature]);
}

__attribute__((target("default")))
#endif
/// Writes the numbers of the rows of keys, from 1; 0 for a key that has none.
static void find_rows(const struct weights_table *table, const uint64_t *keys, long count, uint32_t *rows) {
    for (long feature = 0; feature < count; feature++) rows[feature] = row_of(table, keys[feature]);
}

typedef int8_t bytes __attribute__((vector_size(32)));
typedef int8_t half_bytes __attribute__((vector_size(16)));
typedef int16_t shorts __attribute__((vector_size(32)));
// The scores need not begin at a multiple of 32 bytes.
typedef int16_t loose_shorts __attribute__((vector_size(32), aligned(2)));

/// Adds a row of sums to another; both may begin anywhere.
static inline __attribute__((always_inline)) void add(int16_t *sum, const int16_t *row) {
    for (int column = 0; column < 4; column++) ((loose_shorts *)sum)[column] += ((const loose_shorts *)row)[column];
}

EACH_PROCESSOR
void weights_find(struct weights_table table, const uint64_t *keys, struct weights_rows *rows) {
    uint32_t *narrow = rows->narrow;
    uint32_t *wide = rows->wide;
    long wide_count = 0;
    long feature = 0;
    if (rows->part_count > 0) find_rows(&table, keys, rows->parts[rows->part_count - 1].key_end, narrow);
    for (long part = 0; part < rows->part_count; part++) {
        for (; feature < rows->parts[part].key_end; feature++) {
            uint32_t row = narrow[feature];
            uint32_t place = (row > table.wide_count ? row : table.wide_count) - table.wide_count;
            weights_prefetch(table.narrow + (uint64_t)place * weights_width);
            narrow[feature] = place;
            wide[wide_count] = row - 1;
            wide_count += row - 1 < table.wide_count;
        }
        rows->parts[part].wide_end = wide_count;
    }
    for (long place = 0; place < wide_count; place++) {
        const int16_t *row = table.wide + (uint64_t)wide[place] * weights_width;
        weights_prefetch(row);
        weights_prefetch(row + weights_width / 2);
    }
    // No sum is kept before all that were found again are added, so none is written over until then.
    for (long known = 0; known < rows->known_count; known++) add(rows->known[known].sum, rows->known[known].kept);
}

/// Adds 32 bytes to sums of 16 bits.
static inline __attribute__((always_inline)) void widen(const bytes *row, shorts *sums) {
    half_bytes low = __builtin_shufflevector(*row, *row, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    half_bytes high =
        __builtin_shufflevector(*row, *row, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);
    sums[0] += __builtin_convertvector(low, shorts);
    sums[1] += __builtin_convertvector(high, shorts);
}

EACH_PROCESSOR
void weights_sum(struct weights_table table, const struct weights_rows *rows) {
    long feature = 0;
    long wide = 0;
    for (const struct weights_part *part = rows->parts; part < rows->parts + rows->part_count; part++) {
        shorts sums[4] = {0};
        for (; feature + 4 <= part->key_end; feature += 4) {
            const uint32_t *places = rows->narrow + feature;
            const bytes *a = (const bytes *)(table.narrow + (uint64_t)places[0] * weights_width);
            const bytes *b = (const bytes *)(table.narrow + (uint64_t)places[1] * weights_width);
            const bytes *c = (const bytes *)(table.narrow + (uint64_t)places[2] * weights_width);
            const bytes *d = (const bytes *)(table.narrow + (uint64_t)places[3] * weights_width);
            for (int half = 0; half < 2; half++) {
                bytes sum = (a[half] + b[half]) + (c[half] + d[half]);
                widen(&sum, sums + 2 * half);
            }
        }
        for (; feature < part->key_end; feature++) {
            const bytes *row = (const bytes *)(table.narrow + (uint64_t)rows->narrow[feature] * weights_width);
            widen(row, sums);
            widen(row + 1, sums + 2);
        }
        for (; wide < part->wide_end; wide++) {
            const shorts *row = (const shorts *)(table.wide + (uint64_t)rows->wide[wide] * weights_width);
            for (int column = 0; column < 4; column++) sums[column] += row[column];
        }
        loose_shorts *sum = (loose_shorts *)part->sum;
        for (int column = 0; column < 4; column++) sum[column] += sums[column];
        if (part->kept == NULL) continue;
        for (int column = 0; column < 4; column++) ((loose_shorts *)part->kept)[column] = sums[column];
        *part->kept_key = part->key;
    }
}

EACH_PROCESSOR
void weights_join(const int16_t *a, const int16_t *b, const int16_t *c, int16_t *scores) {
    for (int column = 0; column < weights_width; column++)
        scores[column] = (int16_t)(a[column] + b[column] + c[column]);
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
