import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '@/shared/api/session';
import { useGo } from '@/shared/lib/url';
import { useNotifyProblem } from '@/shared/ui/notify';
import { draftFaults, foreignCurrencies, requestOf, type ImportDraft } from '../draft';
import { importQuery, useStartImport, type RowProblem } from '../imports';
import { type FilePreview } from '../upload-file';

/** Tries a draft out, tells when the trial is of an older draft, and starts the import. */
export function useRunImport(draft: ImportDraft, preview: FilePreview) {
  const base = useSession()?.organisation.currency ?? '';
  const go = useGo();
  const onError = useNotifyProblem();
  const trial = useStartImport();
  const real = useStartImport();
  const [tried, setTried] = useState<{ id: string; request: string } | null>(null);
  const { data: found } = useQuery({ ...importQuery(tried?.id ?? ''), enabled: tried !== null });
  const request = (dryRun: boolean) => requestOf(draft, preview, dryRun, base);
  const asked = JSON.stringify(request(true));
  return {
    base,
    ready: draftFaults(draft).length === 0,
    currencies: foreignCurrencies(draft, preview, base, currenciesWithoutRate(found?.problems ?? [])),
    trying: trial.isPending,
    tryOut: () =>
      trial.mutate(request(true), {
        onSuccess: ({ importId }) => setTried({ id: importId, request: asked }),
        onError,
      }),
    starting: real.isPending,
    start: () => real.mutate(request(false), { onSuccess: ({ importId }) => go(`/imports/${importId}`), onError }),
    trialId: tried?.id,
    outdated: tried !== null && tried.request !== asked,
  };
}

function currenciesWithoutRate(problems: RowProblem[]): string[] {
  return problems.filter(({ code }) => code === 'RATE_MISSING').map(({ params }) => String(params.currency));
}
