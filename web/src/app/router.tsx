import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  type AnyRoute,
} from '@tanstack/react-router';
import { type FeatureRoute } from '@/shared/lib/feature';
import { parseSearch, writeSearch } from '@/shared/lib/url';
import { CrashPage } from './crash';
import { registry } from './features';
import { SessionGate } from './gate';
import { NotFoundPage } from './not-found';

const root = createRootRoute({ component: SessionGate, notFoundComponent: NotFoundPage });

function screen({ path, page }: FeatureRoute): AnyRoute {
  const component = lazyRouteComponent(async () => ({ default: await page() }));
  return createRoute({ getParentRoute: () => root, path, component });
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
