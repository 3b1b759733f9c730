using System.Text;
using SocialLeads.Grains.Learning;
using SocialLeads.Grains.Models;
using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Learned;
using SocialLeads.Scoring.Models;
using SocialLeads.Server.Requests;

namespace SocialLeads.Server.Models;

/// <summary>Writes what was learned onto the wire.</summary>
internal static class LearnMapper
{
    private const string TitlePrefix = "Learned: ";

    /// <summary>The title of a model that was learned from another.</summary>
    public static string TitleOf(ScoringModel from)
    {
        var title = TitlePrefix + from.Title;
        return Encoding.UTF8.GetByteCount(title) <= ModelBounds.MaxTitleBytes ? title : TitlePrefix + from.Id;
    }

    public static V1.LearnProgress ToWire(LearningProgress progress) => new()
    {
        Stage = progress.Stage switch
        {
            null => V1.LearnStage.Reading,
            LearningStage.LearningFromOlder => V1.LearnStage.LearningFromOlder,
            LearningStage.Judging => V1.LearnStage.Judging,
            LearningStage.LearningFromAll => V1.LearnStage.LearningFromAll,
            _ => V1.LearnStage.Unspecified,
        },
        MembersRead = progress.MembersRead,
    };

    public static V1.LearnReport ToWire(string model, ModelRef from, TenantLearning learning)
    {
        var learned = learning.Learned;
        var wire = new V1.LearnReport
        {
            Model = model,
            FromModel = from.Model,
            FromVersion = from.Version,
            Document = learned.Document,
            Positives = learned.Positives,
            Negatives = learned.Negatives,
            LeftOut = learning.LeftOut,
            HeldOut = learned.HeldOut is { } heldOut ? ToWire(heldOut) : null,
        };
        wire.Warnings.AddRange(learned.Warnings.Select(ToWire));
        return wire;
    }

    private static V1.LearnWarning ToWire(LearningWarning warning) => new()
    {
        Reason = warning.Reason switch
        {
            LearningWarningReason.NotJudged => V1.LearnWarningReason.NotJudged,
            LearningWarningReason.FewHeldOut => V1.LearnWarningReason.FewHeldOut,
            LearningWarningReason.NotBetter => V1.LearnWarningReason.NotBetter,
            LearningWarningReason.SignalIsNew => V1.LearnWarningReason.SignalIsNew,
            _ => V1.LearnWarningReason.Unspecified,
        },
        Text = warning.Text,
    };

    private static V1.HeldOutReport ToWire(HeldOutReport report) => new()
    {
        FirstDay = BoardRequest.FormatDay(report.FirstDay),
        Positives = report.Positives,
        Negatives = report.Negatives,
        Learned = ToWire(report.Learned),
        From = ToWire(report.Base),
        Gained = ToWire(report.AreaGained, report.PrecisionGained, report.BrierGained, report.LiftGained),
    };

    private static V1.HeldOutModel ToWire(HeldOutModel model)
    {
        var wire = new V1.HeldOutModel
        {
            Figures = ToWire(model.AreaUnderCurve, model.AveragePrecision, model.BrierScore, model.LiftAt5Percent),
        };
        wire.Reliability.AddRange(model.Reliability.Select(AccuracyMapper.ToWire));
        return wire;
    }

    private static V1.HeldOutFigures ToWire(Estimate area, Estimate precision, Estimate brier, Estimate lift) => new()
    {
        Auc = AccuracyMapper.ToWire(area),
        AveragePrecision = AccuracyMapper.ToWire(precision),
        Brier = AccuracyMapper.ToWire(brier),
        LiftAt5Percent = AccuracyMapper.ToWire(lift),
    };
}
