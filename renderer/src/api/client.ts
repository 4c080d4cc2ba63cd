import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#shared/contract/index.ts';
import { approvingLink } from './approvals.ts';
import { connectToMain, reconnectingPortLink } from './port-link.ts';
import { sessionToken } from './session-token.ts';

declare global {
  interface Window {
    /** Set by the preload of the desktop app. */
    readonly regulars?: { readonly desktop: boolean };
  }
}

/** True in the desktop app, false in a browser on the loopback host. */
export const isDesktop = (): boolean =>
  globalThis.window.regulars?.desktop === true || globalThis.location.protocol === 'app:';

const httpLink = (): ClientLink<ClientContext> => {
  const token = sessionToken();
  return new RPCLink<ClientContext>({
    url: `${globalThis.location.origin}/rpc`,
    headers: () => (token === '' ? {} : { authorization: `Bearer ${token}` }),
  });
};

const link = approvingLink(isDesktop() ? reconnectingPortLink(connectToMain) : httpLink());

/** The typed client of the contract, over the message port or HTTP. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(link);
