"""What the reader sees while the server cannot be reached; Reflex's own notice is in English and a toast."""

import reflex as rx
from reflex_base.constants import Hooks
from reflex_base.vars import VarData

from portal.texts import common

GRACE_MS = 4000
"""How long a connection may be gone before anybody is told: a short break mends itself."""

_WATCH = f"""useEffect(() => {{
  const network = () => setOffline(!navigator.onLine);
  network();
  addEventListener("online", network);
  addEventListener("offline", network);
  return () => {{ removeEventListener("online", network); removeEventListener("offline", network); }};
}}, []);
useEffect(() => {{
  if (connectErrors.length === 0) {{ setContactLost(false); return; }}
  const later = setTimeout(() => setContactLost(true), {GRACE_MS});
  return () => clearTimeout(later);
}}, [connectErrors.length > 0]);"""


def connection_notice() -> rx.Component:
    """A status line at the foot of the window; empty and unseen as long as there is contact."""
    line = rx.cond(_contact_lost(), connection_text(), rx.fragment())
    # Reflex puts the whole portal inside what it is given here, hence the fragment beside it.
    return rx.fragment(rx.el.div(line, role="status", class_name="connection"))


def connection_text() -> rx.Component:
    """The line itself."""
    return rx.el.p(common.CONNECTION_LOST, class_name="connection-text")


def _contact_lost() -> rx.Var[bool]:
    """True in the browser when it has no network, or the socket has failed longer than the grace period."""
    react = [rx.ImportVar(tag=name) for name in ("useContext", "useEffect", "useState")]
    return rx.Var(
        "(contactLost || offline)",
        _var_type=bool,
        _var_data=VarData(
            imports={"react": react, "$/utils/context": [rx.ImportVar(tag="EventLoopContext")]},
            hooks={
                Hooks.CONNECT_ERRORS: None,
                "const [contactLost, setContactLost] = useState(false);": None,
                "const [offline, setOffline] = useState(false);": None,
                _WATCH: None,
            },
        ),
    ).to(bool)
