import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  type AnyRoute,
} from '@tanstack/react-router';
import { type ComponentType } from 'react';
import { useMay } from '@/shared/api/permission';
import { type FeatureRoute } from '@/shared/lib/feature';
import { parseSearch, writeSearch } from '@/shared/lib/url';
import { CrashPage } from './crash';
import { registry } from './features';
import { SessionGate } from './gate';
import { NotFoundPage } from './not-found';
import { RefusedPage } from './refused';

const root = createRootRoute({ component: SessionGate, notFoundComponent: NotFoundPage });

function screen({ path, page, need }: FeatureRoute): AnyRoute {
  const Screen: ComponentType = lazyRouteComponent(async () => ({ default: await page() }));
  const refused = need && (path === '/' ? <FirstAllowed /> : <RefusedPage need={need} />);
  function Guarded() {
    return useMay()(need) ? <Screen /> : refused;
  }
  return createRoute({ getParentRoute: () => root, path, component: Guarded });
}

/** Whoever may not see the home lands on the first entry of their own navigation. */
function FirstAllowed() {
  const may = useMay();
  const first = registry.navigation.find(({ need, href }) => href !== '/' && may(need));
  return first ? <Navigate to={first.href} replace /> : null;
}

/** Until a feature owns `/`, the first entry of the navigation is the home. */
function home(routes: FeatureRoute[]): AnyRoute[] {
  const first = registry.navigation[0]?.href;
  if (first === undefined || routes.some(({ path }) => path === '/')) return [];
  const component = () => <Navigate to={first} replace />;
  return [createRoute({ getParentRoute: () => root, path: '/', component })];
}

export function createAppRouter() {
  const { routes } = registry;
  return createRouter({
    routeTree: root.addChildren([...routes.map(screen), ...home(routes)]),
    parseSearch,
    stringifySearch: writeSearch,
    defaultErrorComponent: CrashPage,
    defaultPendingMinMs: 0,
    scrollRestoration: true,
  });
}
