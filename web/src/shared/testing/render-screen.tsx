import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { type ResourceKey } from 'i18next';
import { type ComponentType } from 'react';
import { createQueryClient } from '@/shared/api/query-client';
import { startTexts } from '@/shared/lib/i18n';
import { type Language } from '@/shared/lib/languages';
import { parseSearch, writeSearch } from '@/shared/lib/url';
import { theme, variables } from '@/shared/ui/theme';

const files = import.meta.glob<ResourceKey>('/src/**/locales/*.json', { eager: true, import: 'default' });

async function textsOf(language: Language): Promise<Record<string, ResourceKey>> {
  const own = Object.entries(files).filter(([path]) => path.endsWith(`/${language}.json`));
  return Object.fromEntries(own.map(([path, texts]) => [path.split('/').at(-3) ?? '', texts]));
}

type Options = { path?: string; at?: string; language?: Language };

/**
 * Draws one screen with all that surrounds it in the application. `path` is the route's (`/customers/$id`),
 * `at` the address; `router.history` tells where a click led.
 */
export async function renderScreen(Screen: ComponentType, { path = '/', at = path, language = 'en' }: Options = {}) {
  await startTexts(language, textsOf);
  const root = createRootRoute({ notFoundComponent: () => null });
  const route = createRoute({ getParentRoute: () => root, path, component: () => <Screen /> });
  const router = createRouter({
    routeTree: root.addChildren([route]),
    history: createMemoryHistory({ initialEntries: [at] }),
    parseSearch,
    stringifySearch: writeSearch,
  });
  const queries = createQueryClient();
  const screen = render(
    <MantineProvider theme={theme} cssVariablesResolver={variables} env="test">
      <QueryClientProvider client={queries}>
        <Notifications />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...screen, router, queries };
}
