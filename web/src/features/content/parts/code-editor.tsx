import { useRef } from 'react';
import classes from './code-editor.module.css';

type CodeEditorProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Where the cursor is, each time it moves. */
  onCursor?: (at: number) => void;
};

/** A text field for code: numbered lines, no wrapping. The tab key leaves it, as from any field. */
export function CodeEditor({ label, value, onChange, onCursor }: CodeEditorProps) {
  const numbers = useRef<HTMLPreElement>(null);
  const lines = value.split('\n').length;
  return (
    <div className={classes.frame}>
      <pre ref={numbers} className={classes.numbers} aria-hidden>
        {Array.from({ length: lines }, (_, index) => index + 1).join('\n')}
      </pre>
      <textarea
        aria-label={label}
        className={classes.code}
        value={value}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        onChange={(event) => onChange(event.currentTarget.value)}
        onSelect={(event) => onCursor?.(event.currentTarget.selectionEnd)}
        onScroll={(event) => {
          if (numbers.current) numbers.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}
