import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useKeyset } from '@/shared/api/keyset';

export type Campaign = Answer<'/api/v1/campaigns/{id}', 'get'>;
export type CampaignDraft = Campaign['draft'];
export type CampaignState = Campaign['state'];

export const campaignStates: CampaignState[] = [
  'draft',
  'scheduled',
  'launching',
  'sending',
  'paused',
  'stopped',
  'sent',
  'cancelled',
];

export const freshDraft: Omit<CampaignDraft, 'name'> = {
  controlShare: 0.1,
  trackOpens: true,
  trackClicks: true,
  attributionDays: 7,
  atMostOnce: false,
  segmentId: null,
  templateId: null,
  sendAt: null,
  fromName: null,
  fromAddress: null,
  replyTo: null,
};

/** While it moves by itself the screen follows it. */
export function moves(state: CampaignState): boolean {
  return state === 'scheduled' || state === 'launching' || state === 'sending';
}

export function useCampaigns(state: CampaignState | undefined) {
  return useKeyset({
    queryKey: ['campaigns', 'list', state],
    fetch: (after, signal) =>
      unwrap(
        api.GET('/api/v1/campaigns', { params: { query: { ...(state && { state }), ...(after && { after }) } }, signal }),
      ),
  });
}

export function campaignQuery(id: string) {
  return queryOptions({
    queryKey: ['campaigns', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/campaigns/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data } }) => (data && moves(data.state) ? 1500 : false),
  });
}

export function useCreateCampaign() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ draft, headers }: { draft: CampaignDraft; headers: Record<string, string> }) =>
      unwrap(api.POST('/api/v1/campaigns', { body: draft, headers })),
    onSuccess: (created) => {
      client.setQueryData(campaignQuery(created.id).queryKey, created);
      return client.invalidateQueries({ queryKey: ['campaigns', 'list'] });
    },
  });
}

export function useChangeCampaign(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ baseVersion, draft }: { baseVersion: number; draft: CampaignDraft }) =>
      unwrap(api.PUT('/api/v1/campaigns/{id}', { params: { path: { id } }, body: { baseVersion, draft } })),
    onSuccess: (changed) => {
      client.setQueryData(campaignQuery(id).queryKey, changed);
      void client.invalidateQueries({ queryKey: ['campaigns', id, 'check'] });
      return client.invalidateQueries({ queryKey: ['campaigns', 'list'] });
    },
  });
}

export type Move = 'launch' | 'unschedule' | 'pause' | 'resume' | 'cancel';

/** What a person does with a campaign as a whole. */
export function useMoveCampaign(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (move: Move) => {
      const params = { path: { id } };
      switch (move) {
        case 'launch':
          return unwrap(api.POST('/api/v1/campaigns/{id}/launch', { params }));
        case 'unschedule':
          return unwrap(api.POST('/api/v1/campaigns/{id}/unschedule', { params }));
        case 'pause':
          return unwrap(api.POST('/api/v1/campaigns/{id}/pause', { params }));
        case 'resume':
          return unwrap(api.POST('/api/v1/campaigns/{id}/resume', { params }));
        case 'cancel':
          return unwrap(api.POST('/api/v1/campaigns/{id}/cancel', { params }));
      }
    },
    onSuccess: (moved) => {
      client.setQueryData(campaignQuery(id).queryKey, moved);
      return client.invalidateQueries({ queryKey: ['campaigns'] });
    },
  });
}
