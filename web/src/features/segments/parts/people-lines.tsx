import { FileButton, Button, Stack, Textarea } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

type PeopleLinesProps = { value: string; onChange: (lines: string) => void };

/** People as lines, pasted or from a file. */
export function PeopleLines({ value, onChange }: PeopleLinesProps) {
  const { t } = useTranslation('segments');
  return (
    <Stack gap="xs">
      <Textarea
        label={t('byHand.people')}
        description={t('byHand.peopleHint')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        minRows={6}
        maxRows={14}
        autosize
      />
      <FileButton accept=".csv,.txt,text/csv,text/plain" onChange={(file) => void file?.text().then(onChange)}>
        {(props) => (
          <Button {...props} variant="default" size="xs" w="fit-content" leftSection={<IconFileUpload size={16} />}>
            {t('byHand.file')}
          </Button>
        )}
      </FileButton>
    </Stack>
  );
}
