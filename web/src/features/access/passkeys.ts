import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { sessionKey } from '@/shared/api/session';
import { bytesOf, textOf } from './base64url';

export type Passkey = Answer<'/api/v1/session/passkeys', 'get'>['items'][number];
type Wish = Answer<'/api/v1/session/passkeys/begin', 'post'>;

/** Whether this browser knows passkeys at all. */
export const passkeysKnown = () => typeof window.PublicKeyCredential === 'function';

/** The person closed the browser's question, or the device was not there: nothing to show as a fault. */
export const isClosed = (error: unknown) => error instanceof DOMException && error.name === 'NotAllowedError';

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/session/passkeys', { signal }))).items,
});

async function make(wish: Wish): Promise<PublicKeyCredential> {
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: bytesOf(wish.challenge),
      rp: { id: wish.relyingParty, name: 'Regulars' },
      user: { id: bytesOf(wish.user), name: wish.email, displayName: wish.name || wish.email },
      pubKeyCredParams: wish.algorithms.map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: wish.known.map((id) => ({ type: 'public-key', id: bytesOf(id) })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    },
  });
  if (made instanceof PublicKeyCredential) return made;
  throw new DOMException('no key was made', 'NotAllowedError');
}

async function add({ name, password }: { name: string; password: string }) {
  const wish = await unwrap(api.POST('/api/v1/session/passkeys/begin', { body: { password } }));
  const made = await make(wish);
  const said = made.response as AuthenticatorAttestationResponse;
  const body = {
    name,
    credential: textOf(made.rawId),
    publicKey: textOf(said.getPublicKey() ?? new ArrayBuffer(0)),
    algorithm: said.getPublicKeyAlgorithm(),
    clientData: textOf(said.clientDataJSON),
    authenticatorData: textOf(said.getAuthenticatorData()),
  };
  return unwrap(api.POST('/api/v1/session/passkeys', { body }));
}

async function signIn() {
  await unwrap(api.GET('/api/v1/session')).catch(() => null); // brings the cookie that guards against forgery
  const { challenge, relyingParty } = await unwrap(api.POST('/api/v1/session/passkeys/start'));
  const held = await navigator.credentials.get({
    publicKey: { challenge: bytesOf(challenge), rpId: relyingParty, userVerification: 'required' },
  });
  if (!(held instanceof PublicKeyCredential)) throw new DOMException('no key was given', 'NotAllowedError');
  const said = held.response as AuthenticatorAssertionResponse;
  const body = {
    credential: textOf(held.rawId),
    clientData: textOf(said.clientDataJSON),
    authenticatorData: textOf(said.authenticatorData),
    signature: textOf(said.signature),
  };
  await unwrap(api.POST('/api/v1/session/passkeys/finish', { body }));
}

export function useAddPasskey() {
  const client = useQueryClient();
  return useMutation({ mutationFn: add, onSuccess: () => client.invalidateQueries({ queryKey: passkeysQuery.queryKey }) });
}

export function useRenamePasskey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      unwrap(api.PUT('/api/v1/session/passkeys/{id}', { params: { path: { id } }, body: { name } })),
    onSuccess: () => client.invalidateQueries({ queryKey: passkeysQuery.queryKey }),
  });
}

export function useRemovePasskey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/session/passkeys/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: passkeysQuery.queryKey }),
  });
}

export function usePasskeySignIn() {
  const client = useQueryClient();
  return useMutation({ mutationFn: signIn, onSuccess: () => client.invalidateQueries({ queryKey: sessionKey }) });
}
