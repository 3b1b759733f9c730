"""Sends one activity and reads the member's score: python3 first_activity.py [HOST:PORT]"""

import sys
import time

import grpc
import socialleads_protos  # compiles ../../../protos
from socialleads.v1 import activity_pb2, activity_pb2_grpc, lead_pb2, lead_pb2_grpc

channel = grpc.insecure_channel(sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:5080")

activity = activity_pb2.Activity(id="post-1", member="ann", kind="post", group="integrations", tags=["pricing"])
activity.occurred_at.FromSeconds(int(time.time()))
activities = activity_pb2_grpc.ActivityServiceStub(channel)
recorded = activities.RecordActivities(activity_pb2.RecordActivitiesRequest(activities=[activity]))
print(activity_pb2.Disposition.Name(recorded.results[0].disposition))

leads = lead_pb2_grpc.LeadServiceStub(channel)
lead = leads.GetScore(lead_pb2.GetScoreRequest(member="ann")).lead
print(f"{lead.member}: {lead.points:g} points, rank {lead.rank}")
for one in lead.contributions:
    print(f"  {one.points:+g} {one.signal} {one.facet}".rstrip())
