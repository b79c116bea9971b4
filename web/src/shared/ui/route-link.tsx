import { Anchor, type AnchorProps } from '@mantine/core';
import { type ComponentPropsWithRef, type MouseEvent } from 'react';
import { useGo } from '@/shared/lib/url';

type RouteLinkProps = Omit<ComponentPropsWithRef<'a'>, 'href'> & { href: string };

function opensElsewhere(event: MouseEvent): boolean {
  return event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey;
}

/** A link inside the application, bare: `<Button component={RouteLink} href="/imports">`. */
export function RouteLink({ href, onClick, children, ...rest }: RouteLinkProps) {
  const go = useGo();
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (opensElsewhere(event)) return;
        event.preventDefault();
        go(href);
      }}
    >
      {children}
    </a>
  );
}

/** The same, looking like a link in a text. */
export function TextLink(props: AnchorProps & RouteLinkProps) {
  return <Anchor component={RouteLink} inherit {...props} />;
}
