#pragma once

#include <stdint.h>

/// The columns of a row of weights.
enum { weights_width = 64 };

/// How many slots are looked at together; as many of the first ones stand behind the last ones once more.
enum { weights_window = 16 };

/// A hash table of features with linear probing, and their rows of weights.
struct weights_table {
    /// 12 bits of a key, then the number of its row in 20 bits, from 1; 0 for an empty slot.
    const uint32_t *_Nonnull slots;
    /// For each slot what `weights_print` makes of its key; 0 for an empty slot. Most keys are in no slot, and this tells so
    /// from a small part of the memory that the slots take.
    const uint8_t *_Nonnull prints;
    /// The number of slots, a power of two, less one.
    uint64_t mask;
    /// The rows with weights of 16 bits, which come first, and those with weights of 8 bits. Both begin at a line of the
    /// cache.
    const int16_t *_Nonnull wide;
    const int8_t *_Nonnull narrow;
    uint32_t wide_count;
};

/// Working memory for one decision: the slots in which features may be, then the rows that were found. Each array has
/// room for all features.
struct weights_rows {
    uint32_t *_Nonnull places;
    uint32_t *_Nonnull features;
    long place_count;
    uint32_t *_Nonnull narrow;
    long narrow_count;
    uint32_t *_Nonnull wide;
    long wide_count;
};

/// Asks for the memory at an address, without waiting until it is there.
static inline void weights_prefetch(const void *_Nonnull address) { __builtin_prefetch(address); }

/// Eight bits of a key, given its upper twelve; never 0.
static inline uint8_t weights_print(uint32_t upper) { return (uint8_t)upper | ((uint8_t)upper == 0); }

/// Asks for the prints of the slots where the features with some keys belong.
static inline void weights_request(struct weights_table table, const uint64_t *_Nonnull keys, long count) {
    for (long feature = 0; feature < count; feature++) weights_prefetch(table.prints + (keys[feature] & table.mask));
}

/// Finds the slots in which the features with some keys may be, and asks for them.
void weights_place(struct weights_table table, const uint64_t *_Nonnull keys, long count,
                   struct weights_rows *_Nonnull rows);

/// Finds the rows of the features in the slots that were asked for, and asks for the rows.
void weights_find(struct weights_table table, const uint64_t *_Nonnull keys, struct weights_rows *_Nonnull rows);

/// Writes the sums of the rows that were found to `scores`. Any four narrow rows add up to what fits 8 bits, all rows to
/// what fits 16.
void weights_sum(struct weights_table table, const struct weights_rows *_Nonnull rows, int16_t *_Nonnull scores);

/// The first of the classes with the highest score, where no class has more than its ceiling: a class with the least
/// number for its ceiling is not chosen.
long weights_best(const int16_t *_Nonnull scores, const int16_t *_Nonnull ceilings);
