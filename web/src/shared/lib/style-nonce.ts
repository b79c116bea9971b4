declare global {
  interface Window {
    /** Where the scroll lock of menus and dialogs looks for it. */
    __webpack_nonce__?: string;
  }
}

/** What a style made while the page runs must carry, or the content policy of the page refuses it. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? '';
}

export function shareStyleNonce(): void {
  window.__webpack_nonce__ = styleNonce();
}
