#include "app/web/reconcile.h"

namespace gegenprobe::app::web {

Response reconcile(Desk&, const Request&) { return answer({501, "not_yet", "not yet"}); }

}  // namespace gegenprobe::app::web
