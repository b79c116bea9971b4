import { describe, expect, it } from 'vitest';
import { passwordFault, shortest } from './password-rules';

const good = 'a quiet morning';

describe('a new password', () => {
  it('is accepted when it is long, new and typed twice alike', () => {
    expect(passwordFault({ current: 'old', next: good, repeat: good })).toBeNull();
  });

  it('is refused beside the field that is wrong', () => {
    expect(passwordFault({ current: '', next: good, repeat: good })?.field).toBe('current');
    expect(passwordFault({ current: 'old', next: 'x'.repeat(shortest - 1), repeat: '' })?.fault).toBe('tooShort');
    expect(passwordFault({ current: good, next: good, repeat: good })?.fault).toBe('same');
    expect(passwordFault({ current: 'old', next: good, repeat: `${good}!` })?.field).toBe('repeat');
  });

  it('counts characters as people do, not code units', () => {
    expect(passwordFault({ current: 'old', next: '😀'.repeat(shortest - 1), repeat: '' })?.fault).toBe('tooShort');
  });
});
