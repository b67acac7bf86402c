#pragma once

/// Asks for the memory at an address, without waiting until it is there.
static inline void prefetch_memory(const void *address) { __builtin_prefetch(address); }
