import { MultiSelect, SimpleGrid, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRoleChoices, type Audience } from '../field-rights';

type AudienceInputProps = {
  audience: Audience;
  /** Of a special category: the roles that see it are always named. */
  named?: boolean;
  onChange: (audience: Audience) => void;
};

/** Who sees a field and who changes it: everybody, or the named roles and owners. */
export function AudienceInput({ audience, named = false, onChange }: AudienceInputProps) {
  const { t } = useTranslation('customers');
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <Roles
        label={t('attributes.seenBy')}
        everybody={t('attributes.everybody')}
        roles={audience.seenBy}
        named={named}
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

type RolesProps = {
  label: string;
  everybody: string;
  roles: string[] | null;
  named?: boolean;
  onChange: (roles: string[] | null) => void;
};

function Roles({ label, everybody, roles, named = false, onChange }: RolesProps) {
  const { t } = useTranslation('customers');
  const choices = useRoleChoices();
  return (
    <Stack gap={6}>
      <Switch
        size="xs"
        label={`${label}: ${roles === null ? everybody : t('attributes.restrict')}`}
        checked={roles !== null}
        disabled={named && roles !== null}
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
