"""A client in Python that sends activities and reads scores, and prints what it was told as JSON: client.py HOST:PORT

The same steps as ../node/client.mjs; the tests compare what the two print with what the server must say.
"""

import json
import sys

import grpc
import socialleads_protos
from google.protobuf.timestamp_pb2 import Timestamp
from google.rpc import errors_pb2
from socialleads.v1 import activity_pb2, activity_pb2_grpc, lead_pb2, lead_pb2_grpc

DAY = "2026-03-10"
NOON = Timestamp()
NOON.FromJsonString(f"{DAY}T12:00:00Z")


def post(activity_id, member, **fields):
    return activity_pb2.Activity(
        id=activity_id, member=member, occurred_at=NOON, **{"kind": "post", "group": "integrations", "tags": ["pricing"], **fields})


def violations(found):
    return [{"field": one.field, "description": one.description} for one in found]


def lead_json(lead):
    return {
        "member": lead.member,
        "points": lead.points,
        "score": lead.score,
        "rank": lead.rank,
        "contributions": [{"signal": one.signal, "facet": one.facet, "points": one.points} for one in lead.contributions],
    }


def refusal(call, request):
    try:
        call(request)
    except grpc.RpcError as error:
        trailers = dict(error.trailing_metadata())
        report = {"status": error.code().name, "message": error.details(), "fields": [], "resource": ""}
        bad, resource = errors_pb2.BadRequest(), errors_pb2.ResourceInfo()
        for detail in errors_pb2.Status.FromString(trailers["grpc-status-details-bin"]).details:
            if detail.Unpack(bad):
                report["fields"] = violations(bad.field_violations)
            if detail.Unpack(resource):
                report["resource"] = resource.resource_name
        return report
    return {"status": "OK"}


def requests():
    """Ten requests of twenty activities by 25 members; the last activity of each has no id."""
    for sequence in range(10):
        batch = [post(f"s{sequence}-{i}", f"m{(sequence * 20 + i) % 25:02d}") for i in range(19)]
        yield activity_pb2.StreamActivitiesRequest(sequence=sequence, activities=batch + [post("", "nobody")])


def main():
    channel = grpc.insecure_channel(sys.argv[1])
    activities = activity_pb2_grpc.ActivityServiceStub(channel)
    leads = lead_pb2_grpc.LeadServiceStub(channel)
    report = {}

    batch = [post("1", "ann"), post("1", "ann"), post("2", "bob", kind="Not a kind"), post("3", "bob", value=0.5, attributes={"plan": "pro"})]
    recorded = activities.RecordActivities(activity_pb2.RecordActivitiesRequest(activities=batch))
    report["recorded"] = [
        {"disposition": activity_pb2.Disposition.Name(one.disposition), "violations": violations(one.violations)}
        for one in recorded.results]

    report["streamed"] = [
        {
            "sequence": one.sequence,
            "accepted": one.accepted_count,
            "duplicates": one.duplicate_count,
            "rejected": [{"index": bad.index, "violations": violations(bad.violations)} for bad in one.rejected],
        }
        for one in activities.StreamActivities(requests())]

    one = leads.GetScore(lead_pb2.GetScoreRequest(member="ann", as_of=DAY))
    report["score"] = {"lead": lead_json(one.lead), "model": one.model, "asOf": one.as_of}

    several = leads.BatchGetScores(lead_pb2.BatchGetScoresRequest(members=["bob", "nobody", "m07"], as_of=DAY))
    report["batch"] = {"leads": [lead_json(lead) for lead in several.leads], "missing": list(several.missing)}

    pages = []
    request = lead_pb2.ListLeadsRequest(as_of=DAY, page_size=10, view=lead_pb2.LEAD_VIEW_FULL)
    while not pages or request.page_token:
        page = leads.ListLeads(request)
        pages.append([lead_json(lead) for lead in page.leads])
        request.page_token = page.next_page_token
    report["pages"] = pages
    report["total"] = page.total_size

    report["unknownMember"] = refusal(leads.GetScore, lead_pb2.GetScoreRequest(member="nobody", as_of=DAY))
    report["badPageSize"] = refusal(leads.ListLeads, lead_pb2.ListLeadsRequest(page_size=-1))
    report["noActivities"] = refusal(activities.RecordActivities, activity_pb2.RecordActivitiesRequest())
    print(json.dumps(report))


if __name__ == "__main__":
    main()
