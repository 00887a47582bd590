/**
 * @template T
 * @param {T[]} things
 * @param {(thing: T) => string} keyOf
 * @returns {Map<string, T[]>} those of one key together, in the order of the first of each
 */
export function grouped(things, keyOf) {
  const groups = new Map();
  for (const thing of things) {
    const key = keyOf(thing);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(thing);
  }
  return groups;
}
