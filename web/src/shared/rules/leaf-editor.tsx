import { CellEditor } from './cell-editor';
import { CompanyEditor } from './company-editor';
import { EventsEditor } from './events-editor';
import { AttributeEditor, ConsentEditor, ContactEditor, FieldEditor, ReachableEditor, SegmentEditor } from './leaf-editors';
import { ObjectsEditor } from './objects-editor';
import { OrdersEditor } from './orders-editor';
import { type Words } from './rule-sentence';
import { type Leaf } from './rules';
import { SequenceEditor } from './sequence-editor';

/** The fields of a condition, by its kind. */
export function LeafEditor({ rule, words, onChange }: { rule: Leaf; words: Words; onChange: (rule: Leaf) => void }) {
  switch (rule.kind) {
    case 'field':
      return <FieldEditor rule={rule} words={words} onChange={onChange} />;
    case 'attribute':
      return <AttributeEditor rule={rule} words={words} onChange={onChange} />;
    case 'objects':
      return <ObjectsEditor rule={rule} words={words} onChange={onChange} />;
    case 'company':
      return <CompanyEditor rule={rule} words={words} onChange={onChange} />;
    case 'contact':
      return <ContactEditor rule={rule} words={words} onChange={onChange} />;
    case 'consent':
      return <ConsentEditor rule={rule} words={words} onChange={onChange} />;
    case 'reachable':
      return <ReachableEditor rule={rule} words={words} onChange={onChange} />;
    case 'list':
      return null;
    case 'orders':
      return <OrdersEditor rule={rule} words={words} onChange={onChange} />;
    case 'segment':
      return <SegmentEditor rule={rule} words={words} onChange={onChange} />;
    case 'events':
      return <EventsEditor rule={rule} words={words} onChange={onChange} />;
    case 'cell':
      return <CellEditor rule={rule} words={words} onChange={onChange} />;
    case 'sequence':
      return <SequenceEditor rule={rule} words={words} onChange={onChange} />;
  }
}
