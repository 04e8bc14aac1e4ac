import { ErrorBoundary, lazy, LocationProvider, Route, Router } from 'preact-iso';
import { useEffect } from 'preact/hooks';

import { useAsked } from './api/asked';
import { hear } from './api/live';
import { loadSession, session } from './api/session';
import { Empty, Shown } from './parts/state';
import { Shell } from './shell';
import Today from './pages/today';
import { say } from './words/words';

const Claims = lazy(() => import('./pages/claims'));
const Claim = lazy(() => import('./pages/claim'));
const Articles = lazy(() => import('./pages/articles'));
const Article = lazy(() => import('./pages/article'));
const Companies = lazy(() => import('./pages/companies'));
const Company = lazy(() => import('./pages/company'));
const Check = lazy(() => import('./pages/check'));
const KeptCheck = lazy(() => import('./pages/check').then((page) => page.KeptCheck));
const Sources = lazy(() => import('./pages/sources'));
const Watches = lazy(() => import('./pages/watches'));
const WatchPage = lazy(() => import('./pages/watches').then((page) => page.WatchPage));
const Rates = lazy(() => import('./pages/rates'));
const Help = lazy(() => import('./pages/help'));
const Login = lazy(() => import('./pages/login'));

export function App() {
  return (
    <LocationProvider scope={/^\/(?!api\/|feeds\/)/}>
      <Shell>
        <Entered />
      </Shell>
    </LocationProvider>
  );
}

/** The pages, once it is known who asks. */
function Entered() {
  const asked = useAsked('session', loadSession as () => Promise<unknown>);
  const inside = session.value?.logged_in;
  useEffect(() => {
    if (inside) hear();
  }, [inside]);
  if (!session.value) return <Shown of={asked}>{() => null}</Shown>;
  if (!inside) return <Login />;
  return (
    <ErrorBoundary>
      <Router>
        <Route path="/" component={Today} />
        <Route path="/claims" component={Claims} />
        <Route path="/claims/:id" component={Claim} />
        <Route path="/articles" component={Articles} />
        <Route path="/articles/:id" component={Article} />
        <Route path="/companies" component={Companies} />
        <Route path="/companies/:entity" component={Company} />
        <Route path="/check" component={Check} />
        <Route path="/check/:id" component={KeptCheck} />
        <Route path="/sources" component={Sources} />
        <Route path="/watches" component={Watches} />
        <Route path="/watches/:id" component={WatchPage} />
        <Route path="/rates" component={Rates} />
        <Route path="/statistics" component={Help} />
        <Route path="/help" component={Help} />
        <Route path="/login" component={Login} />
        <Route default component={NoPage} />
      </Router>
    </ErrorBoundary>
  );
}

function NoPage() {
  const words = say().shell;
  return (
    <Empty title={words.noPage}>
      <p>
        <a href="/">{words.toToday}</a>
      </p>
    </Empty>
  );
}
