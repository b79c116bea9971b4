import { useTranslation } from 'react-i18next';
import { type FormDraft } from './forms';

/** What a form begins with: an address to write to, a name, and the two boxes that nearly every form needs. */
export function useFirstDraft(language: string): FormDraft {
  const { t } = useTranslation('forms');
  const say = (text: string) => ({ [language]: text });
  const usual = { hint: {}, progressive: false, options: [], showWhen: null };
  return {
    languages: [language],
    title: say(t('first.title')),
    intro: {},
    button: say(t('first.button')),
    thanks: say(t('first.thanks')),
    redirect: null,
    fields: [
      { ...usual, key: 'email', kind: 'email', target: null, label: say(t('kinds.email')), required: true },
      { ...usual, key: 'given_name', kind: 'text', target: 'givenName', label: say(t('targets.givenName')), required: false, progressive: true },
    ],
    consents: [
      { key: 'processing', purpose: 'processing', channel: null, text: say(t('first.processing')), required: true },
      { key: 'news', purpose: 'marketing', channel: 'email', text: say(t('first.news')), required: false },
    ],
    doubleOptIn: true,
    sites: [],
    theme: { accent: '#12766a', mode: 'auto' },
    popup: null,
  };
}
