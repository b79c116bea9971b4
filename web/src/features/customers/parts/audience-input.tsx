import { MultiSelect, SimpleGrid, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRoleChoices, type Audience } from '../field-rights';

type AudienceInputProps = { audience: Audience; onChange: (audience: Audience) => void };

/** Who sees a field and who changes it: everybody, or the named roles and owners. */
export function AudienceInput({ audience, onChange }: AudienceInputProps) {
  const { t } = useTranslation('customers');
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <Roles
        label={t('attributes.seenBy')}
        everybody={t('attributes.everybody')}
        roles={audience.seenBy}
        onChange={(seenBy) => onChange({ ...audience, seenBy })}
      />
      <Roles
        label={t('attributes.editedBy')}
        everybody={t('attributes.everybodyWhoSees')}
        roles={audience.editedBy}
        onChange={(editedBy) => onChange({ ...audience, editedBy })}
      />
    </SimpleGrid>
  );
}

type RolesProps = { label: string; everybody: string; roles: string[] | null; onChange: (roles: string[] | null) => void };

function Roles({ label, everybody, roles, onChange }: RolesProps) {
  const { t } = useTranslation('customers');
  const choices = useRoleChoices();
  return (
    <Stack gap={6}>
      <Switch
        size="xs"
        label={`${label}: ${roles === null ? everybody : t('attributes.restrict')}`}
        checked={roles !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? [] : null)}
      />
      {roles !== null && (
        <MultiSelect
          size="xs"
          aria-label={label}
          placeholder={roles.length === 0 ? t('attributes.onlyOwner') : ''}
          data={choices}
          value={roles}
          onChange={onChange}
        />
      )}
    </Stack>
  );
}
