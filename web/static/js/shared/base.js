/** What the addresses of the collection begin with whose page this is; the main one's with nothing. */
export const BASE = /^\/c\/(?!main\/)[a-z0-9-]+(?=\/)/.exec(location.pathname)?.[0] ?? '';
