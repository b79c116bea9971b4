export type Nameable = {
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  externalId?: { source: string; value: string } | null;
};

/** What to call somebody: by name, else by address, else as a source does; undefined when nothing is known. */
export function personName({ name, email, phone, externalId }: Nameable): string | undefined {
  return name || email || phone || (externalId ? `${externalId.value} · ${externalId.source}` : undefined);
}
