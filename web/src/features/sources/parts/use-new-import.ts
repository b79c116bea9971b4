import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '@/shared/api/session';
import { useGo } from '@/shared/lib/url';
import { useNotifyProblem } from '@/shared/ui/notify';
import { draftFaults, draftOf, requestOf, type ImportDraft } from '../draft';
import { importQuery, useStartImport, type Import } from '../imports';
import { type FilePreview } from '../upload-file';

/** A file of the import that is being made. */
export type DraftFile = {
  preview: FilePreview;
  draft: ImportDraft;
  change: (patch: Partial<ImportDraft>) => void;
};

/** What is said of each file; a file that is read otherwise begins anew, and reading it as before finds it again. */
export function useNewImport(previews: FilePreview[], wished: string | undefined) {
  const base = useSession()?.organisation.currency ?? '';
  const [drafts, setDrafts] = useState<Record<string, ImportDraft>>({});
  const [named, setSource] = useState<string | null>(null);
  const files: DraftFile[] = previews.map((preview) => {
    const key = JSON.stringify([preview.fileId, preview.form]);
    const change = (patch: Partial<ImportDraft>) =>
      setDrafts((before) => ({ ...before, [key]: { ...(before[key] ?? draftOf(preview, wished)), ...patch } }));
    return { preview, draft: drafts[key] ?? draftOf(preview, wished), change };
  });
  const source = named ?? previews.find(({ remembered }) => remembered)?.remembered?.source ?? '';
  const requests = files.map(({ draft, preview }) => requestOf(draft, preview, source, base));
  const ready = source.trim() !== '' && files.every(({ draft }) => draftFaults(draft).length === 0);
  return { base, files, source, setSource, requests, ready };
}

export type NewImportDraft = ReturnType<typeof useNewImport>;

/** Tries an import out, tells when the trial is of older drafts, and starts it. */
export function useRunImport({ requests }: NewImportDraft) {
  const go = useGo();
  const onError = useNotifyProblem();
  const trial = useStartImport();
  const real = useStartImport();
  const [tried, setTried] = useState<{ id: string; asked: string } | null>(null);
  const { data: found } = useQuery({ ...importQuery(tried?.id ?? ''), enabled: tried !== null });
  const asked = JSON.stringify(requests);
  return {
    missed: currenciesWithoutRate(found),
    trying: trial.isPending,
    tryOut: () =>
      trial.mutate(
        { dryRun: true, files: requests },
        { onSuccess: ({ importId }) => setTried({ id: importId, asked }), onError },
      ),
    starting: real.isPending,
    start: () =>
      real.mutate(
        { dryRun: false, files: requests },
        { onSuccess: ({ importId }) => go(`/imports/${importId}`), onError },
      ),
    trialId: tried?.id,
    outdated: tried !== null && tried.asked !== asked,
  };
}

function currenciesWithoutRate(found: Import | undefined): string[] {
  const problems = found?.files.flatMap((file) => file.problems) ?? [];
  return problems.filter(({ code }) => code === 'RATE_MISSING').map(({ params }) => String(params.currency));
}
