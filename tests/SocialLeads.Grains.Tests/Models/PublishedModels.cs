using SocialLeads.Storage.Models;

namespace SocialLeads.Grains.Tests.Models;

/// <summary>Versions that were published and, as after a crash, have not been made ready.</summary>
internal static class PublishedModels
{
    public const string Posts =
        """
        model: posts
        version: 1
        title: Posts
        curve: { half: 50 }
        signals:
          - { signal: posts, title: Posts, why: Writes., kinds: [post], measure: count, window_days: 90, weight: 1, cap: 1000 }
        """;

    public static async Task<ModelVersionId> AddAsync(IModelStore store, string tenant)
    {
        var cancel = TestContext.Current.CancellationToken;
        var version = await store.AddAsync(new NewModel(tenant, "posts", Posts, "Ann", "A test.", 1), 1, cancel);
        var id = new ModelVersionId(tenant, "posts", version);
        Assert.True(await store.TryChangeStateAsync(id, ModelState.Draft, ModelState.Published, 2, cancel));
        return id;
    }
}
