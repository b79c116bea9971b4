import { describe, expect, it } from 'vitest';
import { sentence } from '@/shared/rules/rule-sentence';
import { type Rule } from '@/shared/rules/rules';
import { words } from './test-words';

describe('a rule about companies as a sentence', () => {
  it('says what the company of somebody has', async () => {
    const old: Rule = {
      kind: 'objects',
      type: 'machine',
      check: { operator: 'AT_LEAST', values: ['1'] },
      where: [{ field: 'year', check: { operator: 'AT_MOST', values: ['2010'] } }],
    };
    const none: Rule = { ...old, check: { operator: 'IS', values: ['0'] }, where: [] };
    const several: Rule = { ...none, check: { operator: 'AT_LEAST', values: ['3'] } };

    expect(sentence(old, await words('en'))).toBe('Their company has “Machines” where Year at most 2,010.');
    expect(sentence(old, await words('zh'))).toBe('所在公司有“机床”，其中年份不多于 2,010。');
    expect(sentence(none, await words('ru'))).toBe('Ни у одной компании клиента нет «Станки».');
    expect(sentence(none, await words('uk'))).toBe('У жодної компанії клієнта немає «Верстати».');
    expect(sentence(several, await words('ru'))).toBe('Число «Станки» у компании клиента не меньше 3.');
  });

  it('says at which company somebody works, and as what', async () => {
    const rule: Rule = {
      kind: 'company',
      where: [
        { field: 'INDUSTRY', check: { operator: 'IS', values: ['Trade'] } },
        { field: 'SIZE', check: { operator: 'IN', values: ['medium', 'large'] } },
      ],
      roles: ['DECISION_MAKER', 'PAYER'],
    };
    const abroad: Rule = { kind: 'company', where: [{ field: 'COUNTRY', check: { operator: 'IS_NOT', values: ['UA'] } }], roles: [] };

    expect(sentence(rule, await words('en'))).toBe(
      'Works at a company where (industry is “Trade” and size is one of “50–249 people”, “250 people and more”), and decides or pays there.',
    );
    expect(sentence(rule, await words('ru'))).toBe(
      'Работает в компании, где (отрасль — «Trade» и размер из списка: «50–249 человек», «250 человек и больше»), и там решает или платит.',
    );
    expect(sentence(rule, await words('uk'))).toBe(
      'Працює в компанії, де (галузь — «Trade» і розмір зі списку: «50–249 осіб», «250 осіб і більше»), і там вирішує або платить.',
    );
    expect(sentence(rule, await words('zh'))).toBe(
      '任职于某公司，其（行业为“Trade”，且规模属于“50–249 人”, “250 人及以上”），并在其中负责决策或付款。',
    );
    expect(sentence(abroad, await words('ru'))).toBe('Работает в компании, где страна — не «Украина».');
    expect(sentence({ ...rule, where: [] }, await words('en'))).toBe('Works at a company, and decides or pays there.');
  });

  it('says that the companies below it do, too', async () => {
    const rule: Rule = {
      kind: 'company',
      where: [{ field: 'NAME', check: { operator: 'IS', values: ['Acme'] } }],
      roles: ['PAYER'],
      reach: 'WITH_BELOW',
    };

    expect(sentence(rule, await words('en'))).toBe(
      'Works at a company where company name is “Acme”, or at one below it, and pays there.',
    );
    expect(sentence(rule, await words('ru'))).toBe(
      'Работает в компании, где название — «Acme», или в одной из её дочерних, и там платит.',
    );
    expect(sentence(rule, await words('uk'))).toBe(
      'Працює в компанії, де назва — «Acme», або в одній з її дочірніх, і там платить.',
    );
    expect(sentence(rule, await words('zh'))).toBe('任职于某公司或其下属公司，该公司公司名称为“Acme”，并在其中负责付款。');
  });
});
