/**
 * `type` of the message that the screens post to their own window, together with one MessagePort, to be
 * connected in the desktop app. The preload passes the port on to the main process under this name.
 */
export const connectMessage = 'regulars:connect';
