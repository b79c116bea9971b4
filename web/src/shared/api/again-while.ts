const PAUSE_MS = 3_000;

/**
 * For `refetchInterval`: a screen that shows nothing yet asks again by itself. The mirror is about a second behind and
 * an import may be running, so that 'nothing' is often over soon.
 */
export function againWhile(nothing: boolean): number | false {
  return nothing && PAUSE_MS;
}
