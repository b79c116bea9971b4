// Brings a form to a page: <script src=".../forms.js" data-form="slug"></script>. No dependencies, no cookies; what is
// remembered is only that a visitor closed a pop-up.
(() => {
  'use strict';
  const me = document.currentScript;
  const home = new URL(me.src).origin;
  const slug = me.dataset.form || me.dataset.hosted;
  const started = Date.now();

  const send = (path, body) =>
    fetch(`${home}/f/${slug}/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'text/plain' },
      credentials: 'omit',
      keepalive: path === 'signals',
    });

  const zeroBits = (bytes, bits) => {
    for (let i = 0; bits > 0; i++, bits -= 8) if (bytes[i] >> Math.max(0, 8 - bits)) return false;
    return true;
  };

  /** Counts up until the hash of the page's token begins with enough zeros; nothing where the browser cannot hash. */
  const prove = async (token, bits) => {
    if (!globalThis.crypto?.subtle) return '';
    const text = new TextEncoder();
    for (let from = 0; ; from += 64) {
      const tries = Array.from({ length: 64 }, (_, i) => String(from + i));
      const hashes = await Promise.all(tries.map((one) => crypto.subtle.digest('SHA-256', text.encode(`${token}:${one}`))));
      const found = hashes.findIndex((hash) => zeroBits(new Uint8Array(hash), bits));
      if (found >= 0) return tries[found];
    }
  };

  const enhance = (form, root) => {
    const { token, bits, least, sending, failed, mend } = form.dataset;
    const button = form.querySelector('button[type=submit]');
    const summary = form.querySelector('.rf-summary');
    const fields = [...form.querySelectorAll('.rf-field')];
    const field = (key) => fields.find((one) => one.dataset.key === key);
    const signal = (what, at = '') => void send('signals', { token, what, field: at }).catch(() => {});
    let proof;
    let last = '';
    let done = false;

    const valueOf = (one) => {
      const control = one.querySelector('input:checked') || one.querySelector('textarea,select,input:not([type=radio],[type=checkbox])');
      return control ? control.value.trim() : '';
    };

    const showHide = () => {
      for (const one of fields) {
        const { when, values } = one.dataset;
        if (!when) continue;
        const asked = field(when);
        const value = asked && !asked.hidden ? valueOf(asked) : '';
        const wanted = JSON.parse(values);
        one.hidden = !value || (wanted.length > 0 && !wanted.includes(value));
      }
    };

    const tell = (problems) => {
      for (const one of fields) {
        const problem = problems.find(({ field: key }) => key === one.dataset.key);
        const line = one.querySelector('.rf-wrong');
        const control = one.querySelector('input,textarea,select');
        if (!line || !control) continue;
        line.hidden = !problem;
        line.textContent = problem ? problem.text : '';
        if (problem) control.setAttribute('aria-invalid', 'true');
        else control.removeAttribute('aria-invalid');
      }
      const first = fields.find((one) => problems.some(({ field: key }) => key === one.dataset.key));
      say(problems.length > 0 ? mend : '');
      first?.querySelector('input,textarea,select')?.focus();
    };

    const say = (text) => {
      summary.textContent = text;
      summary.hidden = !text;
    };

    const answers = () => {
      const shown = fields.filter((one) => !one.hidden && !one.classList.contains('rf-consent'));
      return Object.fromEntries(shown.map((one) => [one.dataset.key, valueOf(one)]).filter(([, value]) => value));
    };

    const boxes = () => fields.filter((one) => one.matches('.rf-consent') && one.querySelector('input').checked).map((one) => one.dataset.key);

    const campaign = () =>
      Object.fromEntries([...new URLSearchParams(location.search)].filter(([name]) => name.startsWith('utm_')));

    const end = ({ title, thanks, redirect }) => {
      done = true;
      if (redirect) return void location.assign(redirect);
      const card = document.createElement('div');
      card.className = 'rf';
      card.tabIndex = -1;
      card.setAttribute('role', 'status');
      const head = Object.assign(document.createElement('h1'), { className: 'rf-title', textContent: title });
      const lines = thanks.split('\n').map((line) => Object.assign(document.createElement('p'), { textContent: line }));
      card.append(head, ...lines);
      form.replaceWith(card);
      card.focus();
      root.dispatchEvent(new CustomEvent('regulars-form-sent', { bubbles: true, composed: true, detail: { form: slug } }));
    };

    const submit = async () => {
      const text = button.textContent;
      button.disabled = true;
      button.textContent = sending;
      say('');
      try {
        proof ??= prove(token, Number(bits));
        const body = {
          token,
          proof: await proof,
          trap: form.elements.company_fax.value,
          language: form.elements.language.value,
          answers: answers(),
          boxes: boxes(),
          page: location.origin + location.pathname,
          campaign: campaign(),
        };
        const early = Number(least) + 1000 - (Date.now() - started);
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
        const answer = await send('submissions', body);
        const told = await answer.json();
        if (answer.ok) return end(told);
        if (told.params?.problems) tell(told.params.problems);
        else say(told.status === 429 || !told.detail ? failed : told.detail);
      } catch {
        say(failed);
      }
      button.disabled = false;
      button.textContent = text;
    };

    form.addEventListener('input', showHide);
    form.addEventListener('focusin', ({ target }) => {
      const at = target.closest('.rf-field');
      if (!at) return;
      if (!last) {
        signal('start');
        proof ??= prove(token, Number(bits));
      }
      last = at.dataset.key;
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!button.disabled) void submit();
    });
    addEventListener('pagehide', () => {
      if (last && !done) signal('left', last);
    });
    showHide();
    signal('view');
  };

  const hosted = () => {
    const form = document.querySelector('form[data-token]');
    if (form) enhance(form, document);
  };

  const place = (given) => {
    const host = document.createElement('div');
    host.lang = given.language;
    const root = host.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    style.replaceSync(given.css);
    root.adoptedStyleSheets = [style];
    return { host, root };
  };

  const inline = (given) => {
    const { host, root } = place(given);
    root.innerHTML = given.html;
    const at = me.dataset.into && document.querySelector(me.dataset.into);
    if (at) at.append(host);
    else me.after(host);
    enhance(root.querySelector('form'), host);
  };

  const popup = (given) => {
    const { delaySeconds, scrollPercent, exitIntent, rememberDays } = given.popup;
    const memory = `regulars-form-${slug}`;
    const closed = () => {
      try {
        return Date.now() < Number(localStorage.getItem(memory));
      } catch {
        return false;
      }
    };
    const remember = () => {
      try {
        localStorage.setItem(memory, String(Date.now() + rememberDays * 86_400_000));
      } catch {
        // a browser that remembers nothing asks again
      }
    };
    if (closed()) return;
    let open = false;
    const show = () => {
      if (open) return;
      open = true;
      const before = document.activeElement;
      const { host, root } = place(given);
      root.innerHTML = `<div class="rf-over rf-page-over" role="dialog" aria-modal="true"><div class="rf-box"><button type="button" class="rf-close">×</button>${given.html}</div></div>`;
      const over = root.querySelector('.rf-over');
      const close = root.querySelector('.rf-close');
      over.setAttribute('aria-label', root.querySelector('.rf-title').textContent);
      close.setAttribute('aria-label', given.close);
      const leave = () => {
        remember();
        host.remove();
        before?.focus?.();
      };
      close.addEventListener('click', leave);
      over.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') leave();
        if (event.key !== 'Tab') return;
        const stops = [...over.querySelectorAll('button,input:not([type=hidden],[tabindex="-1"]),select,textarea')].filter((one) => one.checkVisibility());
        const end = event.shiftKey ? stops[0] : stops.at(-1);
        if (root.activeElement !== end) return;
        event.preventDefault();
        (event.shiftKey ? stops.at(-1) : stops[0]).focus();
      });
      over.addEventListener('pointerdown', ({ target }) => target === over && leave());
      host.addEventListener('regulars-form-sent', remember);
      document.body.append(host);
      enhance(root.querySelector('form'), host);
      close.focus();
    };
    if (delaySeconds !== null) setTimeout(show, delaySeconds * 1000);
    if (exitIntent) document.addEventListener('mouseout', (event) => !event.relatedTarget && event.clientY <= 0 && show());
    if (scrollPercent !== null) {
      addEventListener('scroll', () => {
        const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
        if (scrollTop + clientHeight >= (scrollHeight * scrollPercent) / 100) show();
      }, { passive: true });
    }
  };

  const embedded = async () => {
    const language = me.dataset.language || document.documentElement.lang;
    const answer = await fetch(`${home}/f/${slug}/embed?lang=${encodeURIComponent(language)}`, { credentials: 'omit' });
    if (!answer.ok) return;
    const given = await answer.json();
    if (given.popup) popup(given);
    else inline(given);
  };

  if (me.dataset.hosted) hosted();
  else void embedded();
})();
