import type { FollowUpChannel } from '../follow-ups/reasons.ts';

/** How somebody is reached: the number in E.164. */
export interface Reach {
  readonly phone: string | null;
  readonly email: string | null;
}

/** What a message says; the subject goes with e-mail alone. */
export interface ReadyMessage {
  readonly subject: string;
  readonly body: string;
}

const e164 = /^\+\d{4,15}$/;

/** Percent-encoded as an address needs it: everything but unreserved signs (RFC 3986), lines end in CR LF (RFC 6068 §5). */
const encoded = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd').replace(/\r?\n/g, '\r\n')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** An e-mail address inside `mailto:`: the parts are encoded, the sign between them is not. */
function mailbox(email: string): string | null {
  const at = email.lastIndexOf('@');
  if (at <= 0 || at === email.length - 1) return null;
  return `${encoded(email.slice(0, at))}@${encoded(email.slice(at + 1))}`;
}

/**
 * The address that opens the call or the finished message on a phone: `tel:` (RFC 3966), `sms:` with a body (RFC 5724) or
 * `mailto:` (RFC 6068); null where the number or address for it is missing, and for letters and what is said in person.
 */
export function readyAddress(channel: FollowUpChannel, reach: Reach, message: ReadyMessage): string | null {
  const { phone, email } = reach;
  if (channel === 'call' || channel === 'text') {
    if (phone === null || !e164.test(phone)) return null;
    return channel === 'call' ? `tel:${phone}` : `sms:${phone}?body=${encoded(message.body)}`;
  }
  if (channel !== 'email' || email === null) return null;
  const to = mailbox(email);
  return to && `mailto:${to}?subject=${encoded(message.subject)}&body=${encoded(message.body)}`;
}
