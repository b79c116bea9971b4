import { Badge, Button, Text } from '@mantine/core';
import { IconMail, IconRefresh, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '@/shared/ui/confirm-button';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportMenu } from '@/shared/ui/export-menu';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { DateText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { RouteLink } from '@/shared/ui/route-link';
import { SearchField, useUrlText } from '@/shared/ui/search-field';
import { mailboxHref, useClearMailbox, useMailbox, useRefreshMailbox, type MailSummary } from '../mailbox';

export function MailboxPage() {
  const { t } = useTranslation('channels');
  const { text, setText, settled } = useUrlText('text');
  const mails = useMailbox(settled);
  return (
    <Page title={t('mailbox.title')} description={t('mailbox.text')} actions={<Actions any={!!mails.rows?.length} text={settled} />}>
      <SearchField label={t('mailbox.search')} text={text} onChange={setText} />
      <DataTable
        label={t('mailbox.title')}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/mailbox/${id}`}
        empty={settled ? <NothingFound text={settled} /> : <NoMails />}
        {...mails}
      />
    </Page>
  );
}

function Actions({ any, text }: { any: boolean; text: string }) {
  const { t } = useTranslation('channels');
  const clear = useClearMailbox();
  const refresh = useRefreshMailbox();
  const onError = useNotifyProblem();
  return (
    <>
      <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={refresh}>
        {t('mailbox.refresh')}
      </Button>
      {any && <ExportMenu need="mailbox.read" href={(format) => mailboxHref(text, format)} />}
      {any && (
        <ConfirmButton
          loading={clear.isPending}
          question={t('mailbox.clearQuestion')}
          consequence={t('mailbox.clearConsequence')}
          confirm={t('mailbox.clear')}
          onConfirm={() => clear.mutate(undefined, { onSuccess: () => notifyDone(t('mailbox.cleared')), onError })}
        >
          {t('mailbox.clear')}
        </ConfirmButton>
      )}
    </>
  );
}

function NoMails() {
  const { t } = useTranslation('channels');
  return (
    <EmptyState
      icon={IconMail}
      title={t('mailbox.emptyTitle')}
      action={
        <Button component={RouteLink} href="/settings/sending" variant="default">
          {t('navigation.sending')}
        </Button>
      }
    >
      {t('mailbox.empty')}
    </EmptyState>
  );
}

function NothingFound({ text }: { text: string }) {
  const { t } = useTranslation('channels');
  return (
    <EmptyState icon={IconSearch} title={t('mailbox.nothingTitle', { text })}>
      {t('mailbox.nothing')}
    </EmptyState>
  );
}

function useColumns(): Column<MailSummary>[] {
  const { t } = useTranslation('channels');
  return [
    {
      id: 'to',
      header: t('mail.to'),
      cell: ({ recipient, envelopeTo, subject }) => (
        <>
          <Text inherit fw={550} lineClamp={1} style={{ wordBreak: 'break-all' }}>
            {recipient || envelopeTo}
          </Text>
          <Text size="xs" c="dimmed" fw={400} lineClamp={1} hiddenFrom="sm">
            {subject || t('mail.noSubject')}
          </Text>
        </>
      ),
    },
    {
      id: 'subject',
      header: t('mail.subject'),
      visibleFrom: 'sm',
      cell: ({ subject }) => (
        <Text inherit lineClamp={1} style={{ overflowWrap: 'anywhere' }}>
          {subject || t('mail.noSubject')}
        </Text>
      ),
    },
    { id: 'from', header: t('mail.from'), visibleFrom: 'md', cell: ({ sender }) => sender || <Badge>{t('mail.unknown')}</Badge> },
    {
      id: 'received',
      header: t('mail.received'),
      align: 'right',
      visibleFrom: 'xs',
      cell: ({ receivedAt }) => <DateText value={receivedAt} />,
    },
  ];
}
