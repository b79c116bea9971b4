import { useEffect, useReducer, useState } from 'react';
import { type Answer } from '@/shared/api/client';
import { ProblemError } from '@/shared/api/problem';
import { stream } from '@/shared/api/stream';
import { randomId } from '@/shared/lib/random-id';
import { isComplete, type Rule } from '@/shared/rules/rules';

export type PanelPart = Answer<'/api/v1/segments/preview/panel', 'post'>;
export type Part<Name extends PanelPart['part']> = Extract<PanelPart, { part: Name }>;

/** What is known of a rule so far; a part of the rule before stays until its own comes, so that nothing jumps. */
export type Panel = {
  parts: { [Name in PanelPart['part']]?: Part<Name> };
  fresh: ReadonlySet<PanelPart['part']>;
  running: boolean;
  error: unknown;
};

type Action = { type: 'asked' } | { type: 'told'; part: PanelPart } | { type: 'ended'; error?: unknown };

const nothing: Panel = { parts: {}, fresh: new Set(), running: false, error: undefined };

export function reducePanel(panel: Panel, action: Action): Panel {
  switch (action.type) {
    case 'asked':
      return { ...panel, fresh: new Set(), running: true, error: undefined };
    case 'told':
      return {
        ...panel,
        parts: { ...panel.parts, [action.part.part]: action.part },
        fresh: new Set(panel.fresh).add(action.part.part),
      };
    case 'ended':
      return { ...panel, running: false, error: action.error };
  }
}

/** Asks anew whenever the rule or the day changes and the rule is complete; the server drops the question before. */
export function usePanel(rule: Rule, day: string | null): Panel {
  const [panel, dispatch] = useReducer(reducePanel, nothing);
  const [id] = useState(randomId);
  useEffect(() => {
    if (!isComplete(rule)) return;
    const end = new AbortController();
    dispatch({ type: 'asked' });
    tell({ rule, day, panel: id }, end.signal, (part) => dispatch({ type: 'told', part })).then(
      () => dispatch({ type: 'ended' }),
      (error: unknown) => !end.signal.aborted && dispatch({ type: 'ended', error }),
    );
    return () => end.abort();
  }, [rule, day, id]);
  return panel;
}

async function tell(question: unknown, signal: AbortSignal, told: (part: PanelPart) => void): Promise<void> {
  for await (const part of stream<PanelPart>('/api/v1/segments/preview/panel', question, signal)) {
    if (signal.aborted) return;
    if (part.part === 'failure') throw new ProblemError(503, part);
    told(part);
  }
}
