import { type Ref, useRef } from 'react';
import classes from './code-editor.module.css';

type CodeEditorProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  ref?: Ref<HTMLTextAreaElement>;
};

/** A text field for code: numbered lines, no wrapping. The tab key leaves it, as from any field. */
export function CodeEditor({ label, value, onChange, ref }: CodeEditorProps) {
  const numbers = useRef<HTMLPreElement>(null);
  const lines = value.split('\n').length;
  return (
    <div className={classes.frame}>
      <pre ref={numbers} className={classes.numbers} aria-hidden>
        {Array.from({ length: lines }, (_, index) => index + 1).join('\n')}
      </pre>
      <textarea
        ref={ref}
        aria-label={label}
        className={classes.code}
        value={value}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        onChange={(event) => onChange(event.currentTarget.value)}
        onScroll={(event) => {
          if (numbers.current) numbers.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}
