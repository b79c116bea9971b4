import { Button, Code, Paper, Skeleton, Table, Tabs, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePathParam } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import { mailQuery, type ReceivedMail } from '../mailbox';
import { MailFrame } from '../parts/mail-frame';
import { MailHead } from '../parts/mail-head';

export function MailReaderPage() {
  const { t } = useTranslation('channels');
  const id = usePathParam('id');
  const { data, error, refetch } = useQuery(mailQuery(id));
  return (
    <Page
      title={data ? data.summary.subject || t('mail.noSubject') : t('mailbox.title')}
      crumbs={[{ label: t('mailbox.title'), href: '/mailbox' }]}
      actions={data && <Download id={id} />}
    >
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton h={320} />}
      {data && <Reader mail={data} />}
    </Page>
  );
}

function Download({ id }: { id: string }) {
  const { t } = useTranslation('channels');
  return (
    <Button
      component="a"
      href={'/api/v1/mailbox/' + id + '/raw'}
      download
      variant="default"
      leftSection={<IconDownload size={16} />}
    >
      {t('mail.download')}
    </Button>
  );
}

function Reader({ mail }: { mail: ReceivedMail }) {
  const { t } = useTranslation('channels');
  return (
    <Paper p={0}>
      <MailHead mail={mail} />
      <Tabs defaultValue={mail.hasHtml ? 'html' : 'text'} keepMounted={false}>
        <Tabs.List px="md">
          {mail.hasHtml && <Tabs.Tab value="html">{t('mail.html')}</Tabs.Tab>}
          <Tabs.Tab value="text">{t('mail.plain')}</Tabs.Tab>
          <Tabs.Tab value="headers">{t('mail.headers')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="html">
          <MailFrame id={mail.summary.id} title={mail.summary.subject || t('mail.noSubject')} />
        </Tabs.Panel>
        <Tabs.Panel value="text" p="md">
          {mail.text ? <PlainText text={mail.text} /> : <Text c="dimmed">{t('mail.noText')}</Text>}
        </Tabs.Panel>
        <Tabs.Panel value="headers" p="md">
          <Headers mail={mail} />
        </Tabs.Panel>
      </Tabs>
    </Paper>
  );
}

function PlainText({ text }: { text: string }) {
  return <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Text>;
}

function Headers({ mail }: { mail: ReceivedMail }) {
  const { t } = useTranslation('channels');
  return (
    <Table aria-label={t('mail.headers')} layout="fixed" verticalSpacing={4}>
      <Table.Tbody>
        {mail.headers.map(({ name, value }, index) => (
          <Table.Tr key={`${index}-${name}`}>
            <Table.Th w={{ base: 120, sm: 220 }} style={{ verticalAlign: 'top', overflowWrap: 'anywhere' }}>
              {name}
            </Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <Code style={{ background: 'none', whiteSpace: 'pre-wrap' }}>{value}</Code>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
