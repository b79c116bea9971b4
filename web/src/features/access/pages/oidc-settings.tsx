import { Alert, Button, Code, CopyButton, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { useNotifyProblem } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/page';
import { Facts } from '../parts/facts';
import { oidcSettingsQuery, useOidcCheck, type OidcSettings } from '../oidc';

/** The company's own sign-in: what the operator named, the address to register, and whether the provider answers. */
export function OidcSettingsPage() {
  const { t } = useTranslation('access');
  const { data, error, refetch } = useQuery(oidcSettingsQuery);
  return (
    <Page size="narrow" title={t('oidcSettings.title')} description={t('oidcSettings.text')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton h={280} />}
      {data && (
        <Stack gap="md">
          <Named settings={data} />
          <Paper p="lg">
            <Callback address={data.callback} />
          </Paper>
          {data.configured ? <Check /> : <Text c="dimmed">{t('oidcSettings.how')}</Text>}
        </Stack>
      )}
    </Page>
  );
}

function Named({ settings }: { settings: OidcSettings }) {
  const { t } = useTranslation('access');
  const { configured, issuer, clientId, secretSet, button, newcomers } = settings;
  const state = { name: t('oidcSettings.state'), value: t(configured ? 'oidcSettings.on' : 'oidcSettings.off') };
  const named = [
    { name: t('oidcSettings.issuer'), value: issuer },
    { name: t('oidcSettings.client'), value: clientId || '—' },
    { name: t('oidcSettings.secret'), value: t(secretSet ? 'oidcSettings.secretSet' : 'oidcSettings.secretNot') },
    { name: t('oidcSettings.button'), value: button ?? '—' },
    {
      name: t('oidcSettings.newcomers'),
      value: newcomers ? t('oidcSettings.getsRole', { role: newcomers }) : t('oidcSettings.refused'),
    },
  ];
  return <Facts title={t('oidcSettings.title')} facts={configured ? [state, ...named] : [state]} />;
}

function Callback({ address }: { address: string }) {
  const { t } = useTranslation('access');
  return (
    <Stack gap="xs">
      <Text fw={550}>{t('oidcSettings.callback')}</Text>
      <Group gap="sm">
        <Code style={{ overflowWrap: 'anywhere' }}>{address}</Code>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
              onClick={copy}
            >
              {t(copied ? 'oidcSettings.copied' : 'oidcSettings.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text size="sm" c="dimmed">
        {t('oidcSettings.callbackHint')}
      </Text>
    </Stack>
  );
}

function Check() {
  const { t } = useTranslation('access');
  const check = useOidcCheck();
  const onError = useNotifyProblem();
  const works = check.data?.outcome === 'WORKS';
  return (
    <Stack gap="sm" align="flex-start">
      <Button loading={check.isPending} onClick={() => check.mutate(undefined, { onError })}>
        {t('oidcSettings.check')}
      </Button>
      {check.data && (
        <Alert
          role="status"
          color={works ? 'pine' : 'red'}
          icon={works ? <IconCheck size={18} /> : <IconAlertTriangle size={18} />}
        >
          {t(`oidcSettings.outcome.${check.data.outcome}`, { said: check.data.said })}
        </Alert>
      )}
    </Stack>
  );
}
