#pragma once
#include "app/web/desk.h"

namespace gegenprobe::app::web {

/// Companies by name for OpenRefine and its like: the W3C Reconciliation API 0.2, below /reconcile.
Response reconcile(Desk& desk, const Request& request);

}  // namespace gegenprobe::app::web
