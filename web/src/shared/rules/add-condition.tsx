import { Button, Menu, ScrollArea } from '@mantine/core';
import {
  IconActivity,
  IconAddressBook,
  IconBox,
  IconBuilding,
  IconCirclePlus,
  IconFolders,
  IconGridDots,
  IconMail,
  IconRoute,
  IconSend,
  IconShoppingBag,
  IconUser,
  IconUserCheck,
  IconUserStar,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { grids, gridTitle } from './cells';
import { eventName, knownEvents } from './event-names';
import { objectsName } from './own-sentence';
import { labelOf, type Words } from './rule-sentence';
import { customerFields, firstCheck, orderMeasures, typeOfField, typeOfMeasure, type ContactRule, type Rule } from './rules';

type AddConditionProps = { words: Words; nested: boolean; onAdd: (rule: Rule) => void };

const contacts = ['EMAIL', 'PHONE', 'TELEGRAM', 'PUSH'] as const;

/** Everything a customer can be told by. */
export function AddCondition({ words, nested, onAdd }: AddConditionProps) {
  const { t, vocabulary, language } = words;
  const ofCustomers = vocabulary?.objects.filter(({ owner }) => owner === 'CUSTOMER') ?? [];
  const ofCompanies = vocabulary?.objects.filter(({ owner }) => owner === 'COMPANY') ?? [];
  const usable = (condition: string) => !vocabulary?.hidden.includes(condition);
  const item = (key: string, label: string, icon: ReactNode, rule: Rule) => (
    <Menu.Item key={key} leftSection={icon} onClick={() => onAdd(rule)}>
      {label}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-start" width={280} withinPortal>
      <Menu.Target>
        <Button variant="light" size="compact-sm" leftSection={<IconCirclePlus size={16} />} w="fit-content">
          {t('editor.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ScrollArea.Autosize mah={420}>
          <Menu.Label>{t('editor.group.orders')}</Menu.Label>
          {orderMeasures.map((measure) =>
            item(measure, t(`measureTitle.${measure}`), <IconShoppingBag size={16} />, {
              kind: 'orders',
              measure,
              check: firstCheck(typeOfMeasure(measure)),
              window: { days: measure === 'COUNT' || measure === 'REVENUE' ? 90 : null, from: null, to: null },
              statuses: [],
              products: null,
              paymentMethods: [],
              sources: [],
            }),
          )}
          <Menu.Label>{t('editor.group.behaviour')}</Menu.Label>
          {item('events', t('kind.events'), <IconActivity size={16} />, {
            kind: 'events',
            events: { type: '', where: [] },
            measure: 'COUNT',
            property: null,
            check: { operator: 'AT_LEAST', values: ['1'] },
            window: { days: 30, from: null, to: null },
          })}
          {knownEvents.map((type) =>
            item(type, eventName(type, words), <IconMail size={16} />, {
              kind: 'events',
              events: { type, where: [] },
              measure: 'COUNT',
              property: null,
              check: { operator: 'AT_LEAST', values: ['1'] },
              window: { days: 30, from: null, to: null },
            }),
          )}
          {item('sequence', t('kind.sequence'), <IconRoute size={16} />, {
            kind: 'sequence',
            steps: [
              { events: { type: '', where: [] }, withinMinutes: null },
              { events: null, withinMinutes: 60 },
            ],
            lastMissing: true,
            window: { days: 30, from: null, to: null },
          })}
          {[...grids, ...(vocabulary?.grids ?? []).map(({ grid }) => grid)].map((grid) =>
            item(grid, gridTitle(grid, words), <IconGridDots size={16} />, { kind: 'cell', grid, cells: [], member: true }),
          )}
          {item('segment', t('kind.segment'), <IconUsersGroup size={16} />, { kind: 'segment', segment: '', member: true })}
          <Menu.Label>{t('editor.group.customer')}</Menu.Label>
          {customerFields.filter(usable).map((field) =>
            item(field, t(`fieldTitle.${field}`), <IconUser size={16} />, {
              kind: 'field',
              field,
              check: firstCheck(typeOfField(field)),
            }),
          )}
          {(vocabulary?.fields.length ?? 0) > 0 && <Menu.Label>{t('editor.group.own')}</Menu.Label>}
          {vocabulary?.fields.map(({ key, type, label }) =>
            item(`own-${key}`, labelOf(label, key, language), <IconUserStar size={16} />, {
              kind: 'attribute',
              key,
              check: firstCheck(type),
            }),
          )}
          {ofCustomers.length > 0 && <Menu.Label>{t('editor.group.objects')}</Menu.Label>}
          {ofCustomers.map(({ type }) => item(`objects-${type}`, objectsName(type, words), <IconBox size={16} />, hasObjects(type)))}
          <Menu.Label>{t('editor.group.company')}</Menu.Label>
          {item('company', t('kind.company'), <IconBuilding size={16} />, { kind: 'company', where: [], roles: [] })}
          {ofCompanies.map(({ type }) => item(`objects-${type}`, objectsName(type, words), <IconBox size={16} />, hasObjects(type)))}
          <Menu.Label>{t('editor.group.contacts')}</Menu.Label>
          {contacts.filter(usable).map((contact) =>
            item(contact, t(`contactTitle.${contact}`), <IconAddressBook size={16} />, hasContact(contact)),
          )}
          {item('consent', t('kind.consent'), <IconUserCheck size={16} />, {
            kind: 'consent',
            channel: 'email',
            purpose: vocabulary?.purposes[0]?.code ?? 'marketing',
            standing: 'GRANTED',
          })}
          {item('reachable', t('kind.reachable'), <IconSend size={16} />, {
            kind: 'reachable',
            channel: 'EMAIL',
            purpose: vocabulary?.purposes[0]?.code ?? 'marketing',
          })}
          {nested && <Menu.Divider />}
          {nested && item('group', t('editor.addGroup'), <IconFolders size={16} />, { kind: 'any', rules: [] })}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}

function hasObjects(type: string): Rule {
  return { kind: 'objects', type, check: { operator: 'AT_LEAST', values: ['1'] }, where: [] };
}

function hasContact(contact: ContactRule['contact']): Rule {
  return { kind: 'contact', contact, quality: 'USABLE', domains: [], callingCodes: [] };
}
