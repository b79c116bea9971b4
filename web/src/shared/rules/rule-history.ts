import { useRef, useState } from 'react';
import { type Rule } from './rules';

const most = 100;
/** Keystrokes closer together than this are one change. */
const together = 800;

/** Steps back and forth through what was done to a rule. */
export function useRuleHistory(rule: Rule, onChange: (rule: Rule) => void) {
  const [past, setPast] = useState<Rule[]>([]);
  const [future, setFuture] = useState<Rule[]>([]);
  const lastAt = useRef(0);
  const [travels, setTravels] = useState(0);
  const change = (next: Rule, { whole }: { whole: boolean }) => {
    const now = performance.now();
    if (whole || past.length === 0 || now - lastAt.current > together) setPast([...past, rule].slice(-most));
    lastAt.current = whole ? 0 : now;
    setFuture([]);
    onChange(next);
  };
  const undo = () => {
    const before = past.at(-1);
    if (!before) return;
    setPast(past.slice(0, -1));
    setFuture([...future, rule]);
    setTravels(travels + 1);
    onChange(before);
  };
  const redo = () => {
    const after = future.at(-1);
    if (!after) return;
    setFuture(future.slice(0, -1));
    setPast([...past, rule]);
    setTravels(travels + 1);
    onChange(after);
  };
  return { change, undo, redo, travels, canUndo: past.length > 0, canRedo: future.length > 0 };
}
