const prefix = 'regulars.';

/** What the browser does not keep is kept while the page lives. */
const memory: Record<string, string> = {};

export function read(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key) ?? memory[key] ?? null;
  } catch {
    return memory[key] ?? null;
  }
}

export function write(key: string, value: string) {
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    memory[key] = value;
  }
}

export function remove(key: string) {
  delete memory[key];
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // where nothing is kept, nothing has to go
  }
}

/** In alphabetical order. */
export function keys(start: string): string[] {
  const found = Object.keys(memory);
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) found.push(key.slice(prefix.length));
  } catch {
    // the memory is all there is
  }
  // oxlint-disable-next-line unicorn/no-array-sort -- browsers before 2023 have no other
  return found.filter((key) => key.startsWith(start)).sort();
}
