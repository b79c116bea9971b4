import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { sessionKey, type Session } from './session';

export type Preferences = { language: string; theme: string; name: string };

/** Changes some preferences of the person who is signed in; what is not named stays. */
export function useChangePreferences() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (patch: Partial<Preferences>) => {
      const session = client.getQueryData<Session | null>(sessionKey);
      if (!session) return;
      const { language, theme, name } = { ...session.user, ...patch };
      await unwrap(api.PUT('/api/v1/session/preferences', { body: { language, theme, name } }));
      client.setQueryData<Session>(sessionKey, { ...session, user: { ...session.user, language, theme, name } });
    },
  });
}
