/** The server's rule, told before the form is sent. */
export const shortest = 10;

type PasswordFields = { current: string; next: string; repeat: string };
type PasswordFault = {
  field: keyof PasswordFields;
  fault: 'currentNeeded' | 'tooShort' | 'same' | 'differs';
};

/** The first thing wrong with what was typed, and where. */
export function passwordFault({ current, next, repeat }: PasswordFields): PasswordFault | null {
  if (current === '') return { field: 'current', fault: 'currentNeeded' };
  if ([...next].length < shortest) return { field: 'next', fault: 'tooShort' };
  if (next === current) return { field: 'next', fault: 'same' };
  if (next !== repeat) return { field: 'repeat', fault: 'differs' };
  return null;
}
