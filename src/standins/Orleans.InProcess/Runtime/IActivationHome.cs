namespace Orleans.InProcess.Runtime;

/// <summary>Where an activation is found until it ends.</summary>
internal interface IActivationHome
{
    void Remove(Activation activation);
}
