import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@/shared/ui/theme.css';
import { createRoot } from 'react-dom/client';
import { App } from '@/app/app';
import { loadTexts } from '@/app/texts';
import { startTexts } from '@/shared/lib/i18n';
import { guessLanguage } from '@/shared/lib/languages';
import { shareStyleNonce } from '@/shared/lib/style-nonce';

// After an upgrade an open page may ask for a file that is gone: the new page knows the new names.
window.addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('regulars.reloaded') ?? 0);
  if (Date.now() - last < 10_000) return;
  event.preventDefault();
  sessionStorage.setItem('regulars.reloaded', String(Date.now()));
  window.location.reload();
});

shareStyleNonce();
const root = document.getElementById('root');
if (root) {
  await startTexts(guessLanguage(), loadTexts);
  createRoot(root).render(<App />);
}
