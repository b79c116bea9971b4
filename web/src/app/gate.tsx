import { Center, Loader, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import { sessionQuery, type Session } from '@/shared/api/session';
import { type Gate, type GateStage } from '@/shared/lib/feature';
import { speak } from '@/shared/lib/i18n';
import { asLanguage } from '@/shared/lib/languages';
import { asTheme, schemeOf } from '@/shared/lib/color-theme';
import { ErrorState } from '@/shared/ui/error-state';
import { registry } from './features';
import { Shell } from './shell';

function inPlace({ stage, page }: Gate): [GateStage, ReactElement] {
  const Page = lazy(async () => ({ default: await page() }));
  return [stage, <Page key={stage} />];
}

const gates = new Map<GateStage | 'ready', ReactElement>([['ready', <Shell key="ready" />], ...registry.gates.map(inPlace)]);

/** These are for whoever has the address, signed in or not: an invitation, and the way back from another sign-in. */
const anybody = new Map<string, GateStage>([
  ['/join', 'join'],
  ['/signed-in', 'signedIn'],
]);

export function stageOf(session: Session | null, path = ''): GateStage | 'ready' {
  const open = anybody.get(path);
  if (open) return open;
  if (session === null) return 'signIn';
  if (session.user.mustChangePassword) return 'changePassword';
  return session.organisation.configured || !session.role.permissions.includes('settings.manage') ? 'ready' : 'firstStart';
}

/** Shows the gate's page in place of any screen; the address stays, so one lands where one wanted to go. */
export function SessionGate() {
  const { data: session, error, isPending, refetch } = useQuery(sessionQuery);
  const path = useLocation({ select: ({ pathname }) => pathname });
  usePreferencesOf(session && stageOf(session) === 'ready' ? session : null);
  if (isPending) return <Waiting />;
  if (session === undefined) {
    return (
      <Center mih="100vh" p="md">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Center>
    );
  }
  return <Suspense fallback={<Waiting />}>{gates.get(stageOf(session, path))}</Suspense>;
}

/** Until the first start is over, what was chosen in this browser counts; then it is kept on the server. */
function usePreferencesOf(session: Session | null): void {
  const { setColorScheme } = useMantineColorScheme();
  const language = asLanguage(session?.user.language);
  const theme = session && schemeOf(asTheme(session.user.theme));
  useEffect(() => {
    if (language) void speak(language);
  }, [language]);
  useEffect(() => {
    if (theme) setColorScheme(theme);
  }, [theme, setColorScheme]);
}

function Waiting() {
  return (
    <Center mih="100vh">
      <Loader type="dots" />
    </Center>
  );
}
