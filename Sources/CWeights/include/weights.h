#pragma once

#include <stdint.h>

/// The columns of a row of weights.
enum { weights_width = 64 };

/// How many slots are looked at together; as many of the first ones stand behind the last ones once more.
enum { weights_window = 4 };

/// A hash table of features with linear probing, and their rows of weights.
struct weights_table {
    /// 12 bits of a key, then the number of its row in 20 bits, from 1; 0 for an empty slot.
    const uint32_t *_Nonnull slots;
    /// The number of slots, a power of two, less one.
    uint64_t mask;
    /// The rows with weights of 16 bits, which are counted first, and those with weights of 8 bits, which begin with a row of
    /// zeros. Both begin at a line of the cache.
    const int16_t *_Nonnull wide;
    const int8_t *_Nonnull narrow;
    uint32_t wide_count;
};

/// The most parts of a decision.
enum { weights_most_parts = 16 };

/// Features of a decision that are added up together: those behind the part before.
struct weights_part {
    /// One past the last of its keys, and of its rows of 16 bits.
    long key_end, wide_end;
    /// To what their sum is added.
    int16_t *_Nonnull sum;
    /// Where the sum is kept, with the key by which it is found again; NULL where it is not.
    int16_t *_Nullable kept;
    uint64_t *_Nullable kept_key;
    uint64_t key;
};

/// A sum that was kept, and to what it is added.
struct weights_known {
    const int16_t *_Nonnull kept;
    int16_t *_Nonnull sum;
};

/// Working memory for one decision. Both arrays have room for all features.
struct weights_rows {
    /// Of each key the row with weights of 8 bits: that of zeros where it has another or none.
    uint32_t *_Nonnull narrow;
    /// The rows with weights of 16 bits.
    uint32_t *_Nonnull wide;
    struct weights_part *_Nonnull parts;
    long part_count;
    struct weights_known *_Nonnull known;
    long known_count;
};

/// Asks for the memory at an address, without waiting until it is there.
static inline void weights_prefetch(const void *_Nonnull address) { __builtin_prefetch(address); }

/// Asks for the slots where the features with some keys belong.
static inline void weights_request(struct weights_table table, const uint64_t *_Nonnull keys, long count) {
    for (long feature = 0; feature < count; feature++) {
        const uint32_t *home = table.slots + (keys[feature] & table.mask);
        weights_prefetch(home);
        weights_prefetch(home + weights_window - 1);
    }
}

/// Finds the rows of the features of all parts, asks for the rows, and adds the sums that were kept.
void weights_find(struct weights_table table, const uint64_t *_Nonnull keys, struct weights_rows *_Nonnull rows);

/// Adds the rows that were found to the sums of their parts, and keeps what is to be kept. Any four narrow rows add up to
/// what fits 8 bits, all rows to what fits 16.
void weights_sum(struct weights_table table, const struct weights_rows *_Nonnull rows);

/// Writes the sum of three rows of scores to a fourth.
void weights_join(const int16_t *_Nonnull a, const int16_t *_Nonnull b, const int16_t *_Nonnull c,
                  int16_t *_Nonnull scores);

/// The first of the classes with the highest score, where no class has more than its ceiling: a class with the least
/// number for its ceiling is not chosen.
long weights_best(const int16_t *_Nonnull scores, const int16_t *_Nonnull ceilings);
