using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SocialLeads.Grains.Companies;
using SocialLeads.Grains.Learning;
using SocialLeads.Grains.Listening;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Outcomes;
using SocialLeads.Grains.Partitions;
using SocialLeads.Grains.Ranking;
using SocialLeads.Grains.Recording;
using SocialLeads.Grains.Trials;
using SocialLeads.Storage;

namespace SocialLeads.Grains;

/// <summary>Registers what the grains need and what their callers use.</summary>
public static class GrainServices
{
    /// <param name="services">The silo's services.</param>
    /// <param name="store">An open store; its owner disposes it after the silo has stopped.</param>
    /// <param name="models">The models that every tenant has.</param>
    public static IServiceCollection AddSocialLeadsGrains(this IServiceCollection services, IStore store, ModelCatalog models)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(store);
        services.AddSingleton(models);
        services.AddSingleton<ModelDirectory>();
        services.AddSingleton(new PartitionRouter(store.PartitionCount));
        services.AddSingleton<TenantPartitions>();
        services.AddSingleton<TenantRecorder>();
        services.AddSingleton<TenantRanking>();
        services.AddSingleton<TenantOutcomes>();
        services.AddSingleton<TrialRunner>();
        services.AddSingleton<CompanyTables>();
        services.AddSingleton<FilterCounting>();
        services.AddSingleton<LearningRunner>();
        services.AddOptions<PartitionOptions>()
            .Validate(options => !options.Violations().Any(), "The partition options are out of range.")
            .ValidateOnStart();
        services.AddOptions<ModelOptions>()
            .Validate(options => !options.Violations().Any(), "The model options are out of range.")
            .ValidateOnStart();
        return services;
    }
}
