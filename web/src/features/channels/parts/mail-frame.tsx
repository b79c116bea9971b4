import { Box } from '@mantine/core';

/**
 * The mail as its reader sees it: on white, as mail programs show it, in a frame where nothing runs. Links open in a
 * new tab. The server sends the same sandbox with the document.
 */
export function MailFrame({ id, title }: { id: string; title: string }) {
  return (
    <Box
      component="iframe"
      title={title}
      src={'/api/v1/mailbox/' + id + '/html'}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      display="block"
      w="100%"
      h="70vh"
      mih={360}
      bg="white"
      bd={0}
    />
  );
}
