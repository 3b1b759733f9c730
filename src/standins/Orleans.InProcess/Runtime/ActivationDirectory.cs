using System.Collections.Concurrent;
using Orleans.InProcess.Calls;
using Orleans.InProcess.Manifest;
using Orleans.Runtime;

namespace Orleans.InProcess.Runtime;

/// <summary>The active grains.</summary>
internal sealed class ActivationDirectory(GrainManifest manifest) : IActivationHome
{
    private readonly ConcurrentDictionary<GrainId, ICallTarget> _targets = new();

    public IEnumerable<Activation> Activations
    {
        get
        {
            foreach (var (_, target) in _targets)
            {
                if (target is Activation activation)
                {
                    yield return activation;
                }
                else if (target is StatelessWorkers workers)
                {
                    foreach (var worker in workers.Activations)
                        yield return worker;
                }
            }
        }
    }

    public ICallTarget? Find(GrainId grainId) => _targets.GetValueOrDefault(grainId);

    /// <summary>The grain's target, which is made and started if there is none.</summary>
    public ICallTarget GetOrStart(GrainId grainId)
    {
        while (true)
        {
            if (_targets.TryGetValue(grainId, out var existing))
                return existing;

            var grainClass = manifest.Class(grainId.Type);
            if (grainClass.MaxWorkers is { } maxWorkers)
                return _targets.GetOrAdd(grainId, id => new StatelessWorkers(grainClass, id, maxWorkers));

            var made = new Activation(grainClass, grainId, home: this);
            if (_targets.TryAdd(grainId, made))
            {
                made.Start();
                return made;
            }
        }
    }

    public void Remove(Activation activation) =>
        _targets.TryRemove(KeyValuePair.Create<GrainId, ICallTarget>(activation.GrainId, activation));
}
